/**
 * The compiled bank: what the function reads. Authors write YAML (`bank/README.md`); the build compiles it into these shapes.
 * Everything is plain readonly data, so that the coach and the grader stay pure.
 */

export const LEVELS = ['entry', 'experienced', 'senior'] as const;
export type Level = (typeof LEVELS)[number];

export const KINDS = ['knowledge', 'situational', 'behavioural', 'motivational'] as const;
export type Kind = (typeof KINDS)[number];

export const SETTINGS = [
  'police',
  'health',
  'document-control',
  'court-clerk',
  'federal',
  'university',
  'corporate',
] as const;
export type Setting = (typeof SETTINGS)[number];

/** Whose rule it is. `general` is good practice anywhere; everything else is said aloud when it matters. */
export const JURISDICTIONS = ['general', 'us', 'us-federal', 'us-ca', 'uk', 'eu', 'international'] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

/** must counts 3, should 2, bonus 1. */
export const WEIGHTS = ['must', 'should', 'bonus'] as const;
export type Weight = (typeof WEIGHTS)[number];

/**
 * `affirmed`: a negator close to the words breaks the point ("I would not stop").
 * `negated`: the point needs one ("I don't decide what is relevant").
 */
export type Polarity = 'affirmed' | 'negated';

/** One thing that has to be heard, in any of several ways. Phrases are Porter-2 stems joined by blanks. */
export interface Slot {
  readonly any: readonly string[];
  /** What speech recognition makes of rare alternatives; gives "unsure" at the most. */
  readonly heardAs: readonly string[];
  /** Double metaphone codes of the alternatives' joined words; gives "unsure" at the most. */
  readonly sounds: readonly string[];
}

/** A claim that an answer can make: every slot inside one window. */
export interface Claim {
  readonly id: string;
  /** Short spoken form that follows "You covered …", "I didn't hear …" and "Did you mention …?". */
  readonly say: string;
  readonly slots: readonly Slot[];
  readonly polarity?: Polarity;
  /** Full phrasings by the author, as stems, for the calibrator. */
  readonly examples: readonly string[];
}

export interface KeyPoint extends Claim {
  readonly weight: Weight;
}

/** A red flag or a common misconception, with what the coach says to put it right. */
export interface Trap extends Claim {
  readonly correction: string;
  /** Whose rule that is, where neither the question nor the correction says so. */
  readonly whose?: Jurisdiction;
}

export interface Question {
  readonly id: string;
  /** Immutable number within the field, for the packed deck. */
  readonly number: number;
  /** Nobody has written yet what a good answer holds: it is checked by the listener alone, against generic points that hear nothing. */
  readonly draft?: true;
  readonly topic: string;
  readonly level: Level;
  readonly kind: Kind;
  /** Where an interview begins or ends with it: "tell me about yourself", "what would you like to ask us?". */
  readonly place?: 'opening' | 'closing';
  readonly settings: readonly Setting[];
  readonly jurisdiction: Jurisdiction;
  /** Month of the content's last review, `YYYY-MM`. */
  readonly asOf: string;
  readonly setup?: string;
  readonly ask: string;
  readonly why: string;
  readonly hint: string;
  readonly keyPoints: readonly KeyPoint[];
  readonly redFlags: readonly Trap[];
  readonly misconceptions: readonly Trap[];
  readonly sampleShort: string;
  readonly sampleLong: string;
  readonly followUps: readonly string[];
  /** Ids of the field's links. */
  readonly links: readonly string[];
  /** Terms of the field's glossary that the question uses, as ids. */
  readonly terms: readonly string[];
}

/** A web page to go on with. The address is shown, never spoken. */
export interface Link {
  readonly id: string;
  readonly address: string;
  /** Short typeable form of the address, for cards. */
  readonly short: string;
  /** Follows "I've put …": "the National Archives' page on film storage". */
  readonly name: string;
  /** What a reader gets there, in a few words. */
  readonly offers: string;
}

export interface Topic {
  readonly id: string;
  /** Follows "a question about …". */
  readonly name: string;
  readonly aliases: readonly string[];
  /** Id of the page to learn more. */
  readonly link?: string;
}

export interface Term {
  readonly id: string;
  readonly term: string;
  readonly aliases: readonly string[];
  /** One or two spoken sentences. */
  readonly meaning: string;
}

/** Words that a voice would say wrong, and how it says them. */
export interface Pronunciation {
  /** As it stands in texts, on cards and on screens: "HIPAA", "36 CFR". */
  readonly written: string;
  /** As it is said: "hip-uh". */
  readonly spoken: string;
}

/** One field (a job) as the function opens it. */
export interface Field<Q = Question> {
  readonly id: string;
  /** Singular: "records technician". */
  readonly name: string;
  /** Plural: "records technicians". */
  readonly plural: string;
  /** Id of the link to more questions for this field. */
  readonly moreQuestions?: string;
  /** Ids of the links to whoever made the questions: a home, pages to follow. */
  readonly follow?: readonly string[];
  readonly topics: readonly Topic[];
  readonly questions: readonly Q[];
  readonly links: readonly Link[];
  readonly terms: readonly Term[];
}

/** What fields inherit: generic topics with their questions, and the links and terms that these name. */
export type Common<Q = Question> = Pick<Field<Q>, 'topics' | 'questions' | 'links' | 'terms'>;

/** A field as it is packed: what it inherits stands in the pack once for all fields. */
export interface PackedField<Q = Question> extends Field<Q> {
  /** The numbers that common questions have in this field, by their ids. */
  readonly inherits?: Readonly<Record<string, number>>;
}

/** A line of the index: what can be said of a field without opening it. */
export interface FieldSummary {
  readonly id: string;
  readonly name: string;
  readonly plural: string;
  readonly aliases: readonly string[];
  readonly area: string;
  readonly questions: number;
}

/** The bank as the coach sees it. Look-ups never throw for unknown ids. */
export interface Bank {
  field(id: string): Field | undefined;
  /** The id of the field that people call so, by name or alias. */
  named(spoken: string): string | undefined;
  /** The id of a field that has a topic called so, by name or alias. */
  withTopic(spoken: string): string | undefined;
  /** How many fields there are, and the first few to name. */
  fields(): { readonly count: number; readonly first: readonly FieldSummary[] };
}
