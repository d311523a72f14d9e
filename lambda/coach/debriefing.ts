import { anywhere } from './anywhere';
import { walk, walkedQuestion } from './debrief';
import { asks, at, type Decision, type Draft, ends, type Step, says } from './draft';
import { byName, oneQuestion, practise, switchField } from './fields';
import type { Heard } from './heard';
import { LOBBY, type Stage } from './learner';
import { allLinks } from './links';
import { startInterview } from './practice';
import { reask } from './reask';

type Debriefing = Extract<Stage, { at: 'debriefing' }>;

/** A session is over and summed up. What else? */
export function debriefing(d: Draft, stage: Debriefing, heard: Heard): Step {
  const question = walkedQuestion(d, stage.session, stage.walked);
  switch (heard.kind) {
    case 'yes':
      return stage.yes === 'walk' ? walk(d, stage.session, stage.walked + 1) : sendLinks(d, stage);
    case 'debrief':
      return walk(d, stage.session, 0);
    case 'next':
    case 'skip':
      return stage.yes === 'walk' ? walk(d, stage.session, stage.walked + 1) : reask(d);
    case 'back':
      return walk(d, stage.session, Math.max(0, stage.walked - 1));
    case 'link':
    case 'all-links':
      return sendLinks(d, stage);
    case 'ask':
      return oneQuestion(d, heard);
    case 'name':
      return byName(d, heard);
    case 'switch-field':
      return switchField(d, heard);
    case 'practice':
      return practise(d, heard);
    case 'interview':
      return startInterview(d, heard.wish);
    case 'no':
    case 'thats-all':
    case 'stop':
    case 'cancel':
    case 'home':
      return ends(says(d, { act: 'goodbye', tally: { questions: 0, said: 0, of: 0 } }));
    case 'ended':
      return ends(d);
    case 'try-again':
    case 'dont-know':
      return reask(d);
    default:
      return anywhere(d, stage, question, heard);
  }
}

/** Every page that the session's questions lead to, on one card. */
const sendLinks = (d: Draft, { session }: Debriefing): Decision =>
  asks(at(allLinks(d, session.plan), LOBBY), { ask: 'start' });
