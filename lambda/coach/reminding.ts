import { anywhere } from './anywhere';
import { onFace } from './clock';
import { at, type Draft, goOn, type Step, says } from './draft';
import type { Heard, TimeWish } from './heard';
import type { Stage, StillOpen } from './learner';
import { remind, setReminder } from './remind';
import { stay } from './stay';

type Reminding = Extract<Stage, { at: 'reminding' }>;

/** A reminder is being agreed on: a time, a half of the day or a yes moves it on, no goes back; a command is meant for what is on the table. */
export function reminding(d: Draft, stage: Reminding, heard: Heard): Step {
  switch (heard.kind) {
    case 'yes':
      return agreed(d, stage);
    case 'no':
    case 'cancel':
      return stay(says(at(d, stage.from), left(stage.open)), stage.from);
    case 'time':
      return remind(d, stage, together(stage.open, heard.wish));
    case 'remind':
    case 'consent':
    case 'help':
    case 'repeat':
    case 'answer':
    case 'name':
    case 'fallback':
    case 'unknown':
      return anywhere(d, stage, undefined, heard);
    default:
      return goOn(at(d, stage.from), heard);
  }
}

/** A yes to a choice takes the first; a yes is no time. */
function agreed(d: Draft, stage: Reminding): Step {
  const { open } = stage;
  switch (open.is) {
    case 'time':
      return anywhere(d, stage, undefined, { kind: 'unknown' });
    case 'half':
      return remind(d, stage, { minute: open.minute, part: 'morning' });
    case 'yes':
      return setReminder(d, stage.from, open.minute, false);
  }
}

/** What was said before and what is said now: "in the evening" puts the time that was asked about there. */
function together(open: StillOpen, { minute, part }: TimeWish): TimeWish {
  if (open.is === 'time')
    return { ...(open.part && { part: open.part }), ...(minute !== undefined && { minute }), ...(part && { part }) };
  if (minute !== undefined) return { minute, ...(part && { part }) };
  return { minute: onFace(open.minute), ...(part && { part }) };
}

const left = (open: StillOpen) => ({
  act: 'reminder-left' as const,
  ...(open.is === 'yes' && open.was !== undefined && { was: open.was }),
});
