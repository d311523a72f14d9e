import type { Act, Acts, Ask, Asks } from '../coach/acts';
import { halfADayOn, type Minute, partOf } from '../coach/clock';
import { count } from './say';

/** What is said of a daily reminder, and what is asked before there is one. */
type Told =
  | 'reminder-set'
  | 'reminds-already'
  | 'reminds-at'
  | 'reminds-never'
  | 'reminder-stopped'
  | 'nothing-to-stop'
  | 'reminder-left'
  | 'asks-permission'
  | 'no-permission'
  | 'may-not-look'
  | 'no-reminders-here'
  | 'reminders-away';
type Asked = 'which-time' | 'which-half' | 'remind-daily';

export const REMINDING_ACTS: { readonly [K in Told & keyof Acts]: (act: Act<K>) => string } = {
  'reminder-set': (a) => `Done. I'll remind you every day at ${clock(a.minute)}.`,
  'reminds-already': (a) => `I remind you every day at ${clock(a.minute)} already.`,
  'reminds-at': (a) => `I remind you every day at ${clock(a.minute)}.`,
  'reminds-never': () => "I don't remind you so far. To change that, say: remind me every day.",
  'reminder-stopped': () => "Done. I won't remind you any more.",
  'nothing-to-stop': () => 'There was no reminder to stop.',
  'reminder-left': (a) => (a.was === undefined ? 'All right, no reminder.' : `Then it stays at ${clock(a.was)}.`),
  'asks-permission': () => 'To set a reminder I need your permission. Alexa asks you for it now.',
  'no-permission': (a) => `${NOT_ALLOWED[a.consent]} You can allow it later, with the card in your Alexa app.`,
  'may-not-look': () =>
    "I don't have your permission to see reminders. You can give it with the card in your Alexa app, or say: remind me every day.",
  'no-reminders-here': () => "This device doesn't take a reminder from me. You could try it on another one.",
  'reminders-away': (a) =>
    a.sent
      ? "I got no answer, so I can't tell if your reminder changed. In a minute, say: when do you remind me."
      : "I can't reach your reminders right now. Please try it again later.",
};

const NOT_ALLOWED = {
  denied: "All right, I won't remind you.",
  unanswered: "I got no permission, so I won't remind you.",
  failed: "I couldn't get the permission, so there is no reminder.",
} as const;

export const REMINDING_ASKS: { readonly [K in Asked & keyof Asks]: (ask: Ask<K>) => string } = {
  'which-time': (a) => (a.part === undefined ? 'At what time shall I remind you?' : `At what time ${IN[a.part]}?`),
  'which-half': (a) => `Is that ${clock(a.minute)}, or ${IN[partOf(halfADayOn(a.minute))]}?`,
  'remind-daily': (a) =>
    a.was === undefined
      ? `Shall I remind you every day at ${clock(a.minute)}?`
      : `I remind you every day at ${clock(a.was)}. Shall I change that to every day at ${clock(a.minute)}?`,
};

export const REMINDING_REPROMPTS: { readonly [K in Asked & keyof Asks]: (ask: Ask<K>) => string } = {
  'which-time': () => 'Say a time, such as seven in the evening.',
  'which-half': (a) => `Say ${partOf(a.minute)}, or ${partOf(halfADayOn(a.minute))}.`,
  'remind-daily': (a) => `Every day at ${clock(a.minute)}? Say yes or no.`,
};

const IN = {
  morning: 'in the morning',
  afternoon: 'in the afternoon',
  evening: 'in the evening',
  night: 'at night',
} as const;

/** A time as people say it: "seven in the morning", "7:30 in the evening", "noon". */
function clock(minute: Minute): string {
  if (minute === 0) return 'midnight';
  if (minute === 720) return 'noon';
  const [hour, minutes] = [Math.floor(minute / 60) % 12 || 12, minute % 60];
  const shown = minutes === 0 ? count(hour) : `${hour}:${String(minutes).padStart(2, '0')}`;
  return `${shown} ${IN[partOf(minute)]}`;
}

/** What the device says when it is time. It is heard by everybody in the room, so it says nothing of an interview. */
export const REMINDER = 'Time for your daily practice.';
