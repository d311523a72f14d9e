import type { Reply } from '../coach/draft';
import { around } from '../ports/around';
import { NewerSchemaError, type ProgressStore } from '../ports/store';

/** A store that remembers whether it came upon what a newer version of the skill wrote. */
export function wary(store: ProgressStore): { readonly store: ProgressStore; readonly newerMet: () => boolean } {
  let met = false;
  const remembering = around(store, async (call) => {
    try {
      return await call();
    } catch (error) {
      met ||= error instanceof NewerSchemaError;
      throw error;
    }
  });
  return { store: remembering, newerMet: () => met };
}

/** The reply with the right reason where it says that nothing is kept: the table is there, and what it holds is left alone. */
export const withReason = (reply: Reply): Reply => ({
  ...reply,
  say: reply.say.map((act) => (act.act === 'not-saved' ? { act: 'newer-kept' } : act)),
});
