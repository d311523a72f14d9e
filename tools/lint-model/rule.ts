import type { v1 } from 'ask-smapi-model';
import type { SkillPackage } from '../build-model';

export type Model = v1.skill.interactionModel.InteractionModelSchema;
export type Intent = v1.skill.interactionModel.Intent;
export type SlotType = v1.skill.interactionModel.SlotType;
export type Publishing = v1.skill.Manifest.SkillManifestLocalizedPublishingInformation;

/** Where something is wrong, and what it is and what to do about it. */
export interface Finding {
  readonly where: string;
  readonly fault: string;
}

/** One thing that Alexa or its certification demands of a skill package. */
export interface Rule {
  readonly id: string;
  /** What is demanded. */
  readonly says: string;
  readonly check: (built: SkillPackage) => readonly Finding[];
}

/** A check of each locale's model. */
export const eachModel =
  (check: (model: Model, locale: string) => readonly Finding[]): Rule['check'] =>
  ({ models }) =>
    Object.entries(models).flatMap(([locale, { interactionModel }]) =>
      check(interactionModel, locale).map(({ where, fault }) => ({ where: `${locale}: ${where}`, fault })),
    );

export interface Sample {
  readonly text: string;
  readonly intent: Intent;
  /** Set if the sample is a reply to the elicited slot, not an utterance of the intent. */
  readonly reply?: string;
}

/** Every sample of a model, replies to elicited slots among them. */
export const samplesOf = ({ languageModel }: Model): readonly Sample[] =>
  languageModel.intents.flatMap((intent) => [
    ...(intent.samples ?? []).map((text) => ({ text, intent })),
    ...(intent.slots ?? []).flatMap(({ name, samples }) =>
      (samples ?? []).map((text) => ({ text, intent, reply: name })),
    ),
  ]);

/** A check of each sample; it gives a fault or nothing. */
export const eachSample = (check: (sample: Sample) => string | undefined): Rule['check'] =>
  eachModel((model) =>
    samplesOf(model).flatMap((sample) => {
      const fault = check(sample);
      return fault === undefined ? [] : [{ where: `${sample.intent.name}, "${sample.text}"`, fault }];
    }),
  );

/** The names between braces in a sample. */
export const slotsIn = (sample: string): readonly string[] =>
  [...sample.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '');

export const typesOf = ({ languageModel }: Model): readonly SlotType[] => languageModel.types ?? [];

/** Everything that a value is called. */
export const formsOf = ({ name }: v1.skill.interactionModel.TypeValue): readonly string[] => [
  name.value,
  ...name.synonyms,
];

/** A text as two of them are compared: Alexa hears no capitals. */
export const heard = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

export const SEARCH_QUERY = 'AMAZON.SearchQuery';
