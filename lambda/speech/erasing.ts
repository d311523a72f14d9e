import type { Act, Owner } from '../coach/acts';

/** Words for erasing: whose it is and that it is for good, what was done, and what was not. */
export const ERASING = {
  'deletes-all': (a: Act<'deletes-all'>) => DELETES[a.whose],
  deleted: (a: Act<'deleted'>) => DELETED[a.whose],
  'not-deleted': () => "I couldn't delete everything just now.",
  'reset-is-final': () => "This can't be undone.",
  'reset-done': (a: Act<'reset-done'>) =>
    a.plural === undefined ? 'Done. All your progress is reset.' : `Done. Your progress for ${a.plural} is reset.`,
  'not-reset': () => "I couldn't reset it just now.",
  'left-as-it-is': () => 'All right, I leave everything as it is.',
  'not-yours': () =>
    'Somebody else opened this session, so their progress stays. Open interview rehearsal yourself, and ask me again.',
} as const;

const DELETES: { readonly [O in Owner]: string } = {
  person: "This deletes everything I've kept about you, for good. Nobody else at home loses anything.",
  household: "This deletes everything I've kept for this household, for good. People whose voice I know keep theirs.",
};

const DELETED: { readonly [O in Owner]: string } = {
  person: 'Done. Everything I kept about you is deleted. Goodbye.',
  household: 'Done. Everything I kept for this household is deleted. Goodbye.',
};
