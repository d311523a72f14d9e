import type { Act, Ask } from './acts';
import { inMix } from './choose';
import { asks, at, type Decision, type Draft, preferring, says, withoutSession } from './draft';
import type { Heard } from './heard';
import { LOBBY, type Play } from './learner';
import { offerLeft, withHand } from './left-behind';
import { startPractice } from './practice';
import { askNext } from './question';
import { reask } from './reask';
import { chooseSetting, settingOfTopic } from './settings';

const NAMED = 3;

/** A field to practise of which nothing was read yet. */
export const newPlay = (field: string): Play => ({ field, seen: [], filter: {}, hand: [] });

type Wanting = Extract<Heard, { kind: 'ask' | 'switch-field' | 'practice' }>;
type Confirmed = Wanting | Extract<Heard, { kind: 'interview' }>;

/** Says what the bank does not have, if that is what was asked for. */
export function askField(d: Draft, want: Wanting): Draft | undefined {
  const { count } = d.c.bank.fields();
  if (want.missing !== undefined) {
    return want.kind !== 'switch-field'
      ? noTopic(d, want.missing)
      : says(d, { act: 'no-field', said: want.missing }, fieldsAct(d));
  }
  if (want.kind === 'practice') return undefined;
  const known = want.field === undefined || d.c.bank.field(want.field) !== undefined;
  if (!known) return says(d, { act: 'no-field' }, fieldsAct(d));
  if (want.kind === 'switch-field' && want.field === undefined) return says(d, fieldsAct(d));
  if (want.kind === 'switch-field' && count === 1)
    return says(d, { act: 'field-is', plural: d.field.plural, already: true });
  return undefined;
}

/** Says that the field has no such topic: which one has it, or what there is instead. */
export function noTopic(d: Draft, said: string): Draft {
  const field = d.c.bank.field(d.c.bank.withTopic(said) ?? '');
  return field === undefined || field.id === d.field.id
    ? says(d, { act: 'no-topic', said }, topicsAct(d))
    : says(d, { act: 'topic-elsewhere', said, name: field.name, plural: field.plural });
}

/** What is asked after that: there is nothing to choose from where no names were said. */
const afterNames = ({ say }: Draft): Ask => ({ ask: say.at(-1)?.act === 'topics' ? 'which-topic' : 'start' });

/** What is asked after the names of fields: with one field there is nothing to choose. */
export const fieldChoice = (d: Draft): Ask =>
  d.c.bank.fields().count === 1 ? { ask: 'start' } : { ask: 'which-field' };

/**
 * One question as asked for, or the names of what there is. In another field for this session alone; what is open in the field before stays
 * as it is, and is offered again there.
 */
export function oneQuestion(d: Draft, want: Extract<Heard, { kind: 'ask' }>): Decision {
  const impossible = askField(d, want);
  if (impossible && d.learner.stage.at !== 'lobby') return reask(impossible);
  if (impossible) return asks(inLobby(impossible), { ask: want.missing === undefined ? 'which-field' : 'which-topic' });
  if (goesElsewhere(d, want)) return { kind: 'needs-deck', field: want.field };
  return askNext(withoutSession(found(d, want)), want.filter, true);
}

/** Says whose topic it is, where it was looked for in all fields. */
const found = (d: Draft, { field, filter }: Extract<Heard, { kind: 'ask' }>): Draft =>
  field === undefined || filter.topic === undefined ? d : says(d, { act: 'topic-of', plural: d.field.plural });

/** True if a wish leads to another field than the one in play, and that field exists. */
export const goesElsewhere = <W extends Confirmed>(d: Draft, want: W): want is W & { readonly field: string } =>
  'field' in want &&
  want.field !== undefined &&
  want.field !== d.learner.play.field &&
  d.c.bank.field(want.field) !== undefined;

/** A practice session as wished for, or the names of the topics that there are. */
export function practise(d: Draft, want: Extract<Heard, { kind: 'practice' }>): Decision {
  const impossible = askField(d, want);
  if (impossible && d.learner.stage.at !== 'lobby') return reask(impossible);
  return impossible ? asks(inLobby(impossible), afterNames(impossible)) : startPractice(d, want.wish);
}

/**
 * Chooses a field for good, and offers what was left open there. What is open in the field before stays as it is, as if the session had been
 * lost, and is offered when one comes back.
 */
export function switchField(d: Draft, want: Extract<Heard, { kind: 'switch-field' }>): Decision {
  const impossible = askField(d, want);
  if (impossible && d.learner.stage.at !== 'lobby') return reask(impossible);
  if (impossible || want.field === undefined) return asks(inLobby(impossible ?? d), fieldChoice(d));
  if (want.field !== d.learner.play.field) return { kind: 'needs-deck', field: want.field };
  if (d.learner.play.deck === undefined) return asks(inLobby(inThisField(d)), { ask: 'start' });
  const told = says(choosing(d), isField(d, false));
  const left = offerLeft(told, { greets: false, quietly: (same) => same });
  return left === undefined ? asks(inLobby(withHand(told)), { ask: 'start' }) : oneWrite(left);
}

/** A turn is one write: where an answer is rated as well, the field is kept with a later one. */
const oneWrite = (decision: Decision): Decision =>
  decision.kind === 'reply' && decision.me && decision.change
    ? { ...decision, me: false, learner: { ...decision.learner, unkept: true } }
    : decision;

/** Says which field it is to somebody who changes to the one that is practised already. */
export const inThisField = (d: Draft): Draft => says(choosing(d), isField(d, d.learner.me.field === d.field.id));

/** Keeps the field in play for good. */
const choosing = (d: Draft): Draft => (d.learner.me.field === d.field.id ? d : preferring(d, { field: d.field.id }));

/**
 * A name alone, as the reply to "Which one would you like?": a question on that topic, or that field, or that setting. A topic that is all
 * about one setting has its name, and then the setting is meant.
 */
export const byName = (d: Draft, { text, topic, field, setting }: Extract<Heard, { kind: 'name' }>): Decision => {
  const place = topic === undefined ? setting : settingOfTopic(d.field, topic);
  if (place !== undefined) return chooseSetting(d, { setting: place });
  if (topic === undefined && field !== undefined) return switchField(d, { kind: 'switch-field', field });
  return oneQuestion(
    d,
    topic === undefined
      ? { kind: 'ask', filter: {}, missing: text }
      : { kind: 'ask', filter: { topic }, ...(field !== undefined && { field }) },
  );
};

const isField = ({ field }: Draft, already: boolean): Act => ({ act: 'field-is', plural: field.plural, already });

const inLobby = (d: Draft): Draft => at(d, LOBBY);

/** Names a few fields, and says how many more there are. */
export function fieldsAct(d: Draft): Act {
  const { count, first } = d.c.bank.fields();
  const names = first.slice(0, NAMED).map((f) => f.name);
  return { act: 'fields', names, more: count - names.length };
}

/** Names a few topics of the field, a different few each time; those of other settings than the listener's are not for them. */
export function topicsAct(d: Draft): Act {
  const asked = new Set(inMix(d.field, d.learner.me.setting).questions.map((question) => question.topic));
  const topics = d.field.topics.filter(({ id }) => asked.has(id));
  const start = Math.floor(d.c.now / 1000) % Math.max(topics.length, 1);
  const names = [...topics.slice(start), ...topics.slice(0, start)].slice(0, NAMED + 1).map((t) => t.name);
  return { act: 'topics', names, more: topics.length - names.length };
}
