import { INTENTS } from '../../interaction-model/intents';
import { intentEnvelope, launchEnvelope, userIdOf } from '../bench/envelopes';
import type { Handler } from '../load/learner';

/** What an abuser may know and have: the names in the model, and sessions of their own. */
export interface Genuine {
  readonly skillId: string;
  readonly users: readonly string[];
  readonly intents: readonly { readonly name: string; readonly slots: readonly string[] }[];
  /** Attributes that the skill gave, in every stage of a conversation. */
  readonly attributes: readonly Readonly<Record<string, unknown>>[];
}

/** The skill as envelopes name it. */
export const SKILL_ID = 'amzn1.ask.skill.bench';
const ABUSERS = ['abuser-a', 'abuser-b'];
const NOON = Date.UTC(2026, 10, 24, 12);

type Said = readonly [intent: string, slots?: Readonly<Record<string, string>>];

/** Leads through every stage. */
const WALK: readonly Said[] = [
  ['PracticeIntent', { count: '3' }],
  ['AnswerIntent', { answer: 'i would check the retention schedule' }],
  ['SwitchFieldIntent', { field: 'archivist' }],
  ['AMAZON.NoIntent'],
  ['ThatsAllIntent'],
  ['RemindIntent', { time: '07:00' }],
  ['NextQuestionIntent'],
  ['CheckMyselfIntent'],
  ['AMAZON.YesIntent'],
  ['DeleteDataIntent'],
  ['AMAZON.NoIntent'],
  ['NextQuestionIntent'],
  ['DontKnowIntent'],
  ['NextQuestionIntent'],
];

/** Walks through the skill once, and takes along whatever its sessions carried. */
export async function genuineFrom(handler: Handler): Promise<Genuine> {
  const id = 'walk';
  const [user = ''] = ABUSERS;
  const all: Readonly<Record<string, unknown>>[] = [];
  let attributes = (await handler(launchEnvelope(id, user, NOON))).sessionAttributes;
  for (const [i, [intent, slots]] of WALK.entries()) {
    if (attributes === undefined) break;
    all.push(attributes);
    const at = { timestamp: new Date(NOON + (i + 1) * 4_000).toISOString() };
    attributes = (await handler(intentEnvelope({ id, user, attributes }, i, intent, slots, at))).sessionAttributes;
  }
  const intents = Object.entries(INTENTS).map(([name, slots]) => ({ name, slots: [...slots] }));
  return { skillId: SKILL_ID, users: ABUSERS.map(userIdOf), intents, attributes: all };
}
