/**
 * The form that authors' files must have. Used by the tools at build time only: the function never loads this file, and nothing else in
 * `lambda` may import it.
 */
import { z } from 'zod';
import { JURISDICTIONS, KINDS, LEVELS, SETTINGS, WEIGHTS } from './types';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and hyphens');
const text = z.string().trim().min(1, 'is empty');
const words = z.string().regex(/^[a-z0-9' ]+$/, 'use lower-case words only');
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'use YYYY-MM');
const address = z.url({ protocol: /^https?$/ });
const jurisdiction = z.enum(JURISDICTIONS);
const factId = z.string().regex(/^[A-Z]\d+$/, 'use a letter and a number, such as F2');

const claim = {
  id,
  say: text,
  slots: z.array(z.array(words).min(1)).min(1).max(4),
  heardAs: z.record(words, z.array(words).min(1)).optional(),
  polarity: z.enum(['affirmed', 'negated']).optional(),
  examples: z.array(words).min(1).max(5),
  facts: z.array(factId).optional(),
};

const keyPoint = z.strictObject({ ...claim, weight: z.enum(WEIGHTS), examples: z.array(words).min(2).max(5) });
const trap = z.strictObject({ ...claim, correction: text });

const question = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]{2,4}-[a-z0-9-]+-\d{3}$/, 'use field, topic and three digits, such as rt-legal-holds-004'),
  replaces: z.string().optional(),
  level: z.enum(LEVELS),
  kind: z.enum(KINDS),
  settings: z.array(z.enum(SETTINGS)).optional(),
  jurisdiction,
  asOf: month,
  setup: text.optional(),
  ask: text,
  why: text,
  hint: text,
  keyPoints: z.array(keyPoint).min(3).max(7),
  redFlags: z.array(trap).optional(),
  misconceptions: z.array(trap).optional(),
  sampleShort: text,
  sampleLong: text,
  followUps: z.array(text).min(1).max(2),
  links: z.array(id),
  terms: z.array(id).optional(),
  facts: z.array(factId).optional(),
});

/** `<field>/topics/<topic>.yaml` */
export const topicFile = z.strictObject({
  topic: id,
  name: text,
  aliases: z.array(words),
  link: id.optional(),
  questions: z.array(question),
});

/** `<field>/field.yaml` */
export const fieldFile = z.strictObject({
  id,
  /** Prefix of the field's question ids. */
  prefix: z.string().regex(/^[a-z]{2,4}$/),
  name: words,
  plural: words,
  aliases: z.array(words),
  area: text,
  intro: text,
  moreQuestions: id.optional(),
});

/** `<field>/facts.yaml`. Status: V seen on the official page, S seen on a secondary one, M memory, ? doubtful. */
export const factsFile = z.array(
  z.strictObject({
    id: factId,
    statement: text,
    source: address.optional(),
    status: z.enum(['V', 'S', 'M', '?']),
    jurisdiction,
    asOf: month,
    reviewBy: month,
  }),
);

/** `<field>/links.yaml` */
export const linksFile = z.array(z.strictObject({ id, address, short: text, name: text, offers: text }));

/** `<field>/glossary.yaml` */
export const glossaryFile = z.array(z.strictObject({ id, term: words, aliases: z.array(words), meaning: text }));

/** `retired.yaml` */
export const retiredFile = z.array(z.strictObject({ id: text, reason: text, replacedBy: z.string().optional() }));

export type TopicFile = z.infer<typeof topicFile>;
export type QuestionSource = TopicFile['questions'][number];
export type FieldFile = z.infer<typeof fieldFile>;
export type FactSource = z.infer<typeof factsFile>[number];
