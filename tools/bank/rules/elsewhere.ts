import { type Hit, phraseHits } from '../../../lambda/feedback/hits';
import { judge } from '../../../lambda/feedback/judge';
import { prepare } from '../../../lambda/feedback/prepared';
import { type Reading, read } from '../../../lambda/feedback/words';
import type { CompiledQuestion } from '../compile';
import { error, type Problem, warning } from '../problem';
import { type ClaimRef, type FolderRule, pointsOf } from './rule';

/** Share of the other topics' answers that may say a point: a good answer does touch on other things now and then. */
const WARNS_ABOVE = 0.25;
/** From here on "you covered …" is a guess. */
const FAILS_ABOVE = 0.5;
/** A share of fewer answers says little. */
const FEWEST_ANSWERS = 20;
const WORDS_SHOWN = 4;

/** A long sample answer, read once for all the questions that it is held against. */
interface Answer {
  readonly topic: string;
  readonly reading: Reading;
}

/** What one answer says towards a point: everything that fills its slots, and the window when all of them are filled. */
interface Heard {
  readonly hits: readonly Hit[];
  readonly said: readonly Hit[];
}

/** No point is said by many answers that are about something else: nobody may be told that they covered what they did not. */
export const pointsAreNotSaidElsewhere: FolderRule = ({ questions }) => {
  const answers = questions.map(({ question }) => ({ topic: question.topic, reading: read([question.sampleLong]) }));
  return questions.flatMap((compiled) => {
    const others = answers.filter(({ topic }) => topic !== compiled.question.topic);
    return others.length < FEWEST_ANSWERS ? [] : tooWide(compiled, others);
  });
};

function tooWide(compiled: CompiledQuestion, others: readonly Answer[]): Problem[] {
  const prepared = prepare(compiled.question);
  const found = others.map(({ reading }) => ({ tokens: reading.tokens, hits: phraseHits(reading, prepared).sure }));
  return pointsOf(compiled).flatMap((ref) => {
    const heard = found.map(({ tokens, hits }): Heard => {
      const own = hits.get(ref.claim) ?? [];
      const verdict = judge(ref.claim, tokens, own);
      return { hits: own, said: verdict.is === 'made' ? verdict.hits : [] };
    });
    const count = heard.filter(({ said }) => said.length > 0).length;
    const share = count / others.length;
    if (share <= WARNS_ABOVE) return [];
    const slot = widestSlot(ref, heard);
    return [
      (share > FAILS_ABOVE ? error : warning)(
        ref.at('slots', slot),
        `${ref.label}: ${count} of ${others.length} long sample answers of other topics are heard as this point; tighten slot ${slot + 1}, which ${wordsOf(slot, heard)} fill there, or add a slot`,
      ),
    ];
  });
}

/** The slot that the most answers fill. */
function widestSlot({ claim }: ClaimRef, heard: readonly Heard[]): number {
  const fillers = claim.slots.map(
    (_, slot) => heard.filter(({ hits }) => hits.some((hit) => hit.slot === slot)).length,
  );
  return fillers.indexOf(Math.max(...fillers));
}

/** What fills a slot where the point is said, the most frequent first. */
function wordsOf(slot: number, heard: readonly Heard[]): string {
  const counts = new Map<string, number>();
  for (const { said } of heard)
    for (const hit of said) {
      if (hit.slot !== slot) continue;
      const words = hit.words.map(({ word }) => word).join(' ');
      counts.set(words, (counts.get(words) ?? 0) + 1);
    }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, WORDS_SHOWN)
    .map(([words, times]) => `"${words}" (${times})`)
    .join(', ');
}
