import type { Intent } from 'ask-sdk-model';
import type { IntentName, SlotName } from '../../interaction-model/intents';

const NAME = 'AnswerIntent' satisfies IntentName;
const SLOT = 'answer' satisfies SlotName;

/** The slot that hears a free answer, and the intent to hear it with: all its slots, none filled. */
export const ANSWER: { readonly slot: string; readonly cleared: Intent } = {
  slot: SLOT,
  cleared: {
    name: NAME,
    confirmationStatus: 'NONE',
    slots: { [SLOT]: { name: SLOT, confirmationStatus: 'NONE' } },
  },
};
