import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModel } from '../../simulator/open';
import type { Model } from '../../simulator/understanding/model';
import { type Understood, understanding } from '../../simulator/understanding/understand';

/** A sentence that no sample was made from, and the intents that do it justice. */
export interface Unseen {
  readonly say: string;
  readonly expect: readonly string[];
  /** A question is on the table, and the answer is elicited. */
  readonly answering?: boolean;
}

export interface Score {
  readonly right: number;
  readonly of: number;
  readonly missed: readonly { readonly unseen: Unseen; readonly got: Understood }[];
}

/** The model that the skill package is built with, as it is committed. */
export const builtModel = (): Model =>
  readModel(join(__dirname, '..', '..', 'interaction-model', 'generated'), 'en-US');

/** The hundred sentences of listeners, a fifth of them off topic. Nothing is tuned on them. */
export const unseenUtterances = (): readonly Unseen[] => sentencesIn('utterances.jsonl');

/** Other sentences, on which the weights and thresholds of the understanding were chosen. */
export const tuningUtterances = (): readonly Unseen[] => sentencesIn('tuning.jsonl');

function sentencesIn(file: string): readonly Unseen[] {
  const lines = readFileSync(join(__dirname, file), 'utf8').trim().split('\n');
  return lines.map((line): Unseen => JSON.parse(line));
}

/** How many sentences reach an intent that does them justice. */
export function scoreOf(model: Model, utterances: readonly Unseen[]): Score {
  const understand = understanding(model);
  const missed = utterances
    .map((unseen) => ({
      unseen,
      got: understand(unseen.say, unseen.answering ? { intent: 'AnswerIntent', slot: 'answer' } : undefined),
    }))
    .filter(({ unseen, got }) => !unseen.expect.includes(got.intent));
  return { right: utterances.length - missed.length, of: utterances.length, missed };
}

/** Prints both scores, and each miss. */
function main(): void {
  const model = builtModel();
  for (const [name, utterances] of [
    ['unseen', unseenUtterances()],
    ['tuning', tuningUtterances()],
  ] as const) {
    const { right, of, missed } = scoreOf(model, utterances);
    console.log(`${name}: ${right} of ${of} understood (${Math.round((100 * right) / of)} %)`);
    for (const { unseen, got } of missed) {
      console.log(`  ${unseen.say}: ${got.intent} (${got.by}), not ${unseen.expect.join(' or ')}`);
    }
  }
}

if (require.main === module) main();
