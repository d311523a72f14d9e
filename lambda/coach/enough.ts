import { at, type Draft, goOn, type Step } from './draft';
import type { Heard } from './heard';
import { LOBBY, type Stage } from './learner';

type Enough = Extract<Stage, { at: 'enough' }>;

/** The day's share is done: a yes means more of the same all the same, anything else is meant for the lobby. */
export function enough(d: Draft, stage: Enough, heard: Heard): Step {
  const inLobby = at(d, LOBBY);
  return heard.kind === 'yes'
    ? goOn(inLobby, { kind: 'practice', wish: { ...stage.wish, more: true } })
    : goOn(inLobby, heard);
}
