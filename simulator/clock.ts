/** The time that the speaker lives in. The skill learns it from the envelope's timestamp alone. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A conversation takes its time: moves a clock that was given a start; a real one moves by itself. */
  readonly pass: (ms: number) => void;
  /** Somebody asked for the clock to move on. */
  readonly later: (ms: number) => void;
}

/** A clock that starts at `start` and stands still but for what passes; without a start, the machine's own. */
export function clockFrom(start?: number): Clock {
  let moved = 0;
  return {
    now: () => (start ?? Date.now()) + moved,
    pass: (ms) => {
      if (start !== undefined) moved += ms;
    },
    later: (ms) => {
      moved += ms;
    },
  };
}
