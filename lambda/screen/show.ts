import type { Bank, Field, Question } from '../bank/types';
import type { Act, Acts, Ask, Asks, Note } from '../coach/acts';
import type { Reply } from '../coach/draft';
import { tableOf } from '../coach/learner';
import { sentence } from '../speech/say';
import { debriefRows, progressRows, reviewRows, walkRows } from './rows';
import type { Button, Content, View } from './view';
import { BUTTONS, NAME, REHEARSING, TITLES } from './words';

/** What the reply is about. */
interface About {
  readonly reply: Reply;
  readonly field: Field | undefined;
  readonly question: Question | undefined;
}

/** What a screen shows beside a reply; nothing where what it shows may stay. It never has more than the coach means to tell. */
export function viewOf(reply: Reply, bank: Bank): View | undefined {
  if (reply.ask?.ask === 'as-before') return undefined;
  const field = bank.field(reply.learner.play.field);
  const table = tableOf(reply.learner.stage);
  const question = field?.questions.find((q) => q.number === table?.question);
  const about = { reply, field, question };
  const content = noted(about) ?? toldOf(about) ?? askedOf(about);
  return content && { ...content, head: headOf(about), place: placeOf(about), buttons: buttonsOf(reply) };
}

/** What goes to the app is shown, too. */
function noted({ reply }: About): Content | undefined {
  const { note } = reply;
  switch (note?.note) {
    case undefined:
    case 'permission':
      return undefined;
    case 'links':
      return { view: 'pages', pages: note.links };
    case 'sample':
      return sampleOf(reply);
    case 'points':
      return { view: 'rows', rows: note.points.map((text) => ({ mark: 'plain', text: sentence(text) })) };
    case 'debrief':
      return { view: 'rows', rows: debriefRows(note) };
    case 'progress':
      return { view: 'rows', rows: progressRows(note) };
  }
}

/** The sample answer as it is read; the app has the long one. */
function sampleOf(reply: Reply): Content | undefined {
  const text = told(reply, 'sample')?.text;
  return text === undefined ? undefined : { view: 'text', text, reading: readingTime(text) };
}

/** Words that are read aloud in a second. */
const PACE = 2.5;
const readingTime = (text: string): number => Math.round(text.split(/\s+/).length / PACE);

/** Acts that a screen has something for. */
function toldOf({ reply, question }: About): Content | undefined {
  const walk = told(reply, 'walk');
  if (walk) return { view: 'rows', rows: walkRows(walk.feedback) };
  const names = told(reply, 'topics') ?? told(reply, 'fields');
  if (names && question === undefined)
    return { view: 'rows', rows: names.names.map((name) => ({ mark: 'plain', text: sentence(name) })) };
  if (reply.ask !== undefined) return undefined;
  const goodbye = told(reply, 'goodbye');
  if (goodbye && goodbye.tally.questions > 0) {
    const { said, of, questions } = goodbye.tally;
    return {
      view: 'text',
      text: pointsOf(said, of),
      aside: `${questions} question${questions === 1 ? '' : 's'}`,
    };
  }
  return { view: 'text', text: NAME };
}

const told = <K extends keyof Acts>(reply: Reply, act: K): Extract<Act, { act: K }> | undefined =>
  reply.say.find((one): one is Extract<Act, { act: K }> => one.act === act);

/** What is asked: the question on the table, its points once there was feedback, or a few words. */
function askedOf({ reply, question }: About): Content | undefined {
  const { ask, learner } = reply;
  if (ask === undefined) return undefined;
  const title = titleOf(ask);
  if (title !== undefined) return { view: 'text', text: title };
  if (question && told(reply, 'rehearse')) return { view: 'text', text: question.ask, aside: 'Answer out loud.' };
  if (ask.ask === 'check-point') return { view: 'text', lead: 'Did you mention', text: `${sentence(ask.say)}?` };
  if (question === undefined) return undefined;
  if (learner.stage.at === 'reviewing') return { view: 'rows', rows: reviewRows(question, learner.stage) };
  return questionText(reply, ask, question);
}

function titleOf<K extends keyof Asks>(ask: Ask<K>): string | undefined {
  return TITLES[ask.ask]?.(ask);
}

function questionText(reply: Reply, ask: Ask, question: Question): Content {
  if (ask.ask === 'follow-up' || ask.ask === 'probe') return { view: 'text', text: ask.text };
  const hint = told(reply, 'hint');
  const term = told(reply, 'means');
  const aside = hint?.text ?? term?.meaning ?? told(reply, 'why')?.text;
  return {
    view: 'text',
    text: question.ask,
    ...(question.setup !== undefined && { lead: question.setup }),
    ...(aside !== undefined && { aside }),
  };
}

/** The topic of the question, or the name of the skill. */
function headOf({ reply, field, question }: About): string {
  const { note } = reply;
  if (note?.note === 'progress') return 'How you are doing';
  if (note?.note === 'links') return 'Pages to go on with';
  const topic = field?.topics.find(({ id }) => id === question?.topic);
  return topic ? sentence(topic.name) : NAME;
}

/** Where the listener is: the score just after feedback, else the place in a session. */
function placeOf({ reply }: About): string {
  const { note, learner, ask } = reply;
  if (note && scored(note)) return pointsOf(note.said, note.of);
  if (learner.session === undefined || ask === undefined) return '';
  return `${learner.session.position + 1} of ${learner.session.plan.length}`;
}

/** Numbers are read at a glance; words are for the ear. */
const pointsOf = (said: number, of: number): string => `${said} of ${of} point${of === 1 ? '' : 's'}`;

const scored = (note: Note): note is Extract<Note, { note: 'debrief' | 'progress' }> =>
  note.note === 'debrief' || note.note === 'progress';

function buttonsOf(reply: Reply): readonly Button[] {
  if (told(reply, 'rehearse')) return REHEARSING;
  return reply.ask === undefined ? [] : buttonsFor(reply.ask);
}

const buttonsFor = <K extends keyof Asks>(ask: Ask<K>) => BUTTONS[ask.ask](ask);
