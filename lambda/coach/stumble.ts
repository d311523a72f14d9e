import { asks, at, type Decision, type Draft, says } from './draft';
import type { Stage } from './learner';

/** Something was said and no words came through: first the words that help, the second time in a row another way. */
export function stumble(d: Draft, stage: Extract<Stage, { at: 'asking' | 'collecting' }>): Decision {
  const offered = stage.stumbles > 0;
  const next = at(says(d, { act: 'no-words' }), { ...stage, stumbles: stage.stumbles + 1, offered });
  return asks(next, { ask: offered ? 'self-check' : 'start-with' });
}
