import type { Minute } from './clock';

/** What the coach wants done by Alexa's reminders before it can answer. It is done once a turn, and the turn decided again. */
export type Errand =
  /** When is the daily reminder? */
  | { readonly errand: 'find' }
  /** One daily reminder at this time, in place of any other. */
  | { readonly errand: 'set'; readonly minute: Minute }
  /** No reminder any more. */
  | { readonly errand: 'stop' };

/** What came of an errand. */
export type Came =
  /** It is done. `was` is when the reminder was before; absent when there was none. */
  | { readonly came: 'done'; readonly was?: Minute }
  /** The listener has not allowed it, or no longer does. */
  | { readonly came: 'refused' }
  /** This device takes no reminders. */
  | { readonly came: 'unsupported' }
  /** Nobody answered, or not in time. `sent` when a change was on its way already, and may have been made. */
  | { readonly came: 'no-answer'; readonly sent: boolean };
