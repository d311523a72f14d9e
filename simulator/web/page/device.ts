import { the } from './elements';

/** What the microphone's light says, in words. */
const STATES = {
  off: 'Not listening',
  thinking: 'One moment',
  speaking: 'Speaking',
  listening: 'Listening',
} as const;
type State = keyof typeof STATES;

/** Milliseconds that a speaker waits for an answer. */
export const PATIENCE = 8000;

/** The light of the device: what it does now, and the ring that runs out while it waits. */
export function light(ranOut: () => void) {
  const stage = the('stage', HTMLElement);
  const words = the('state', HTMLParagraphElement);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopWaiting = () => {
    clearTimeout(timer);
    timer = undefined;
    delete stage.dataset.waiting;
  };
  stage.style.setProperty('--patience', `${PATIENCE}ms`);
  return {
    become: (state: State) => {
      stopWaiting();
      stage.dataset.state = state;
      words.textContent = STATES[state];
    },
    /** Waits as long as a speaker does. */
    wait: () => {
      stopWaiting();
      stage.dataset.waiting = '';
      timer = setTimeout(ranOut, PATIENCE);
    },
    stopWaiting,
  };
}
