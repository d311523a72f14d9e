import type { Ask } from './acts';
import { asks, type Decision, type Draft, says } from './draft';
import type { Stage } from './learner';
import { reask } from './reask';

const IN_YOUR_TIME: Ask = { ask: 'in-your-time' };

/** True while an answer is waited for or heard. */
export const isAnswering = ({ at }: Stage): boolean => at === 'asking' || at === 'collecting';

/** A calm word for somebody who finds it hard, and a way on. */
export function encourage(d: Draft, stage: Stage, heard: 'uneasy' | 'never-did'): Decision {
  const here = isAnswering(stage);
  return gently(says(d, { act: here && heard === 'never-did' ? 'would-do' : 'calm' }));
}

/** Asks again what was asked; in the middle of an answer with the offer of a hint, which an interviewer does not give. */
export const gently = (d: Draft): Decision =>
  isAnswering(d.learner.stage) && d.learner.session?.kind !== 'interview' ? asks(d, IN_YOUR_TIME) : reask(d);
