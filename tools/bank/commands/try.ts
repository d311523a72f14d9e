import type { KeyPointSource, QuestionSource, TrapSource } from '../../../lambda/bank/schema';
import { type Command, CommandError } from '../command';
import { type ClaimVerdict, type Explanation, explain, type SlotVerdict } from '../explain';
import { findQuestion } from '../find';
import { type Paint, painter } from '../paint';

const WAYS_SHOWN = 6;

/** `npm run bank -- try ID` */
export const tryQuestion: Command = {
  name: 'try',
  operand: 'ID',
  summary: 'grades an answer that you type and shows what every slot heard, and why',
  help: `  --answer "TEXT"   the answer; without it, lines are read until the end of the input, each of them an answer

Exit code 0, whatever the answer is worth.`,
  options: { answer: { type: 'string' } },
  run(root, given, io) {
    const { question, source } = findQuestion(root, String(given.operand)).compiled;
    const paint = painter(io.colour);
    const show = (answer: string) => io.out(shown(source.value, explain(question, answer), paint));
    if (question.draft)
      throw new CommandError(
        `${question.id} is a draft: nothing is listened for yet. Write its key points and take "status: draft" away.`,
      );
    io.out(paint([question.setup, question.ask].filter(Boolean).join(' '), 'bold'));
    if (typeof given.answer === 'string') {
      show(given.answer);
      return 0;
    }
    for (let line = io.ask('> '); line !== undefined; line = io.ask('> ')) if (line.trim() !== '') show(line);
    return 0;
  },
};

function shown(source: QuestionSource, { points, traps, coverage, rating, quoted }: Explanation, paint: Paint): string {
  const claims = [...(source.redFlags ?? []), ...(source.misconceptions ?? [])];
  return [
    ...points.flatMap((verdict, i) => lines(verdict, source.keyPoints[i], paint)),
    ...traps.flatMap((verdict, i) => (touched(verdict) ? lines(verdict, claims[i], paint) : [])),
    ...(quoted.length > 0 ? [`not counted, since the coach said it first: ${quoted.join(' ')}`] : []),
    paint(`${Math.round(coverage * 100)} % covered, rated ${rating}`, 'bold'),
    '',
  ].join('\n');
}

/** Traps that an answer does not come near are not worth a line. */
const touched = ({ slots }: ClaimVerdict): boolean => slots.every(({ is }) => is !== 'empty');

const STATES = {
  said: 'green',
  unsure: 'yellow',
  'not-heard': 'red',
  'set off': 'red',
  'not set off': 'dim',
} as const;

function lines(verdict: ClaimVerdict, claim: KeyPointSource | TrapSource | undefined, paint: Paint): string[] {
  if (!claim) return [];
  const weight = 'weight' in claim ? claim.weight : 'trap';
  return [
    `${paint(verdict.state.padEnd(11), STATES[verdict.state])} ${weight.padEnd(6)} ${verdict.id}: ${verdict.why}`,
    ...verdict.slots.map((slot, i) => `    slot ${i + 1}: ${said(slot, claim.slots[i] ?? [])}`),
  ];
}

function said({ is, words }: SlotVerdict, ways: readonly string[]): string {
  const more = ways.length > WAYS_SHOWN ? ' …' : '';
  const listensFor = `(listens for ${ways.slice(0, WAYS_SHOWN).join(', ')}${more})`;
  const heard = words.map((each) => `"${each}"`).join(', ');
  switch (is) {
    case 'filled':
      return heard;
    case 'unsure':
      return `${heard}, by its sound ${listensFor}`;
    case 'empty':
      return `nothing ${listensFor}`;
  }
}
