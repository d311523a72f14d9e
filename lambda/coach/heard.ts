import type { Kind, Level } from '../bank/types';

/** What a listener may narrow a question down by. Ids of the bank; whatever is absent is free. */
export interface Filter {
  readonly topic?: string;
  readonly level?: Level;
  readonly kind?: Kind;
}

/** Commands that carry nothing but themselves. */
export const PLAIN = [
  'add-more',
  'thats-all',
  'think',
  'what-heard',
  'did-say',
  'slower',
  'faster',
  'hint',
  'why',
  'sample',
  'long-sample',
  'key-points',
  'follow-up',
  'skip',
  'next',
  'back',
  'try-again',
  'self-check',
  'all-points',
  'no-points',
  'dont-know',
  'list-fields',
  'list-topics',
  'link',
  'more-questions',
  'help',
  'repeat',
  'yes',
  'no',
  'stop',
  'cancel',
  'home',
  'fallback',
  'unknown',
] as const;
export type Plain = (typeof PLAIN)[number];

/**
 * One thing heard, whatever voice brought it. `missing` is a name that was said and that the bank does not have.
 * `fallback` means that words were spoken and none recognized; `unknown` is anything that the skill has no name for, touch included.
 */
export type Heard =
  | { readonly kind: 'launch' }
  | { readonly kind: 'ask'; readonly field?: string; readonly filter: Filter; readonly missing?: string }
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'switch-field'; readonly field?: string; readonly missing?: string }
  | { readonly kind: 'explain'; readonly term?: string; readonly missing?: string }
  | { readonly kind: 'ended' }
  | { readonly [K in Plain]: { readonly kind: K } }[Plain];
