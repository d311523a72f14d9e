/**
 * The form that authors' files must have. Used by the tools at build time only: the function never loads this file, and nothing else in
 * `lambda` may import it. Lists are given by their elements, so that each element is checked, and reported, by itself.
 */
import { z } from 'zod';
import { JURISDICTIONS, KINDS, LEVELS, SETTINGS, WEIGHTS } from './types';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and hyphens');
const text = z.string().trim().min(1, 'is empty');
const words = z.string().regex(/^[a-z0-9' ]+$/, "use lower-case words only: letters a to z, digits, ' and blanks");
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'use YYYY-MM');
const address = z.url({ protocol: /^https?$/ }).regex(/^\S+$/, 'an address has no blanks; write %20');
const jurisdiction = z.enum(JURISDICTIONS);
const factId = z.string().regex(/^[A-Z]\d+$/, 'use a letter and a number, such as F2');
const questionId = z
  .string()
  .regex(/^[a-z]{2,4}-[a-z0-9-]+-\d{3}$/, 'use field, topic and three digits, such as rt-legal-holds-004');

const claim = {
  id,
  say: text,
  slots: z.array(z.array(words).min(1)).min(1).max(4),
  heardAs: z.record(words, z.array(words).min(1)).optional(),
  polarity: z.enum(['affirmed', 'negated']).optional(),
  facts: z.array(factId).optional(),
};

const keyPoint = z.strictObject({ ...claim, weight: z.enum(WEIGHTS), examples: z.array(words).min(2).max(5) });
const trap = z.strictObject({ ...claim, correction: text, examples: z.array(words).min(1).max(5) });

/** An element of `questions` in `<field>/topics/<topic>.yaml`. */
export const questionForm = z.strictObject({
  id: questionId,
  replaces: questionId.optional(),
  level: z.enum(LEVELS),
  kind: z.enum(KINDS),
  place: z.enum(['opening', 'closing']).optional(),
  settings: z.array(z.enum(SETTINGS)).optional(),
  jurisdiction,
  asOf: month,
  setup: text.optional(),
  ask: text,
  why: text,
  hint: text,
  keyPoints: z
    .array(keyPoint)
    .min(3)
    .max(7)
    .refine((points) => points.some(({ weight }) => weight === 'must'), 'needs at least one with the weight must'),
  redFlags: z.array(trap).optional(),
  misconceptions: z.array(trap).optional(),
  sampleShort: text,
  sampleLong: text,
  followUps: z.array(text).min(1).max(2),
  links: z.array(id),
  terms: z.array(id).optional(),
  facts: z.array(factId).optional(),
});

const later = text.default('');
const pointLater = z.strictObject({ ...keyPoint.shape, examples: z.array(words).max(5).default([]) });

/** A question in the making: only what it asks has to be there. It can be practised in self-check; its key points do not count yet. */
export const draftForm = z.strictObject({
  ...questionForm.shape,
  status: z.literal('draft'),
  why: later,
  hint: later,
  keyPoints: z.array(pointLater).max(7).default([]),
  sampleShort: later,
  sampleLong: later,
  followUps: z.array(text).max(2).default([]),
  links: z.array(id).default([]),
});

/** `<field>/topics/<topic>.yaml` around its questions. */
export const topicForm = z.strictObject({
  topic: id,
  name: text,
  aliases: z.array(words),
  link: id.optional(),
  questions: z.array(z.unknown()),
});

/** `<field>/field.yaml` */
export const fieldForm = z.strictObject({
  id,
  /** Prefix of the field's question ids. */
  prefix: z.string().regex(/^[a-z]{2,4}$/, 'use two to four lower-case letters'),
  name: words,
  plural: words,
  aliases: z.array(words),
  area: text,
  moreQuestions: id.optional(),
  follow: z.array(id).min(1).optional(),
  /** Topics and questions of the common core that the field does not inherit. */
  leaveOut: z.array(id).optional(),
});

/** An element of `<field>/facts.yaml`. Status: V seen on the official page, S seen on a secondary one, M memory, ? doubtful. */
export const factForm = z.strictObject({
  id: factId,
  statement: text,
  source: address.optional(),
  status: z.enum(['V', 'S', 'M', '?']),
  jurisdiction,
  asOf: month,
  reviewBy: month,
});

/** An element of `<field>/links.yaml`. */
export const linkForm = z.strictObject({ id, address, short: text, name: text, offers: text });

/** An element of `<field>/glossary.yaml`. */
export const termForm = z.strictObject({ id, term: words, aliases: z.array(words), meaning: text });

/** An element of `retired.yaml`. */
export const retiredForm = z.strictObject({ id: questionId, reason: text, replacedBy: questionId.optional() });

/** An element of `lexicon.yaml`: an abbreviation that may be spoken, perhaps with what stands beside it ("36 CFR"), and how. */
export const lexiconForm = z.strictObject({
  written: z
    .string()
    .regex(/^(?=.*[A-Z][A-Z0-9])[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/, 'write it as it stands in the texts, in capitals'),
  spoken: text,
});

export type QuestionSource = z.infer<typeof questionForm> & { readonly status?: 'draft' };
export type KeyPointSource = QuestionSource['keyPoints'][number];
export type TrapSource = z.infer<typeof trap>;
export type TopicSource = Omit<z.infer<typeof topicForm>, 'questions'>;
export type FieldFile = z.infer<typeof fieldForm>;
export type FactSource = z.infer<typeof factForm>;
export type LinkSource = z.infer<typeof linkForm>;
export type TermSource = z.infer<typeof termForm>;
export type RetiredSource = z.infer<typeof retiredForm>;
export type LexiconEntry = z.infer<typeof lexiconForm>;
