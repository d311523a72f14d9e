import type { v1 } from 'ask-smapi-model';
import {
  CUSTOM_INTENTS,
  type CustomIntent,
  ELICITED,
  type ElicitedIntent,
  INTENTS,
  type IntentName,
  isIntentName,
  SLOTS,
  type SlotType,
} from './intents';
import type { Spoken } from './language/language';
import { type LocaleFile, speller } from './locales';
import {
  fieldNames,
  fitting,
  type Named,
  type NamedField,
  type Room,
  termNames,
  topicNames,
  type Value,
  valuesOf,
} from './vocabulary';

type InteractionModelData = v1.skill.interactionModel.InteractionModelData;
type Intent = v1.skill.interactionModel.Intent;
type TypeValue = v1.skill.interactionModel.TypeValue;
type Spell = (text: string) => string;

type OwnType = Exclude<SlotType, `AMAZON.${string}`>;

/** Types that grow with the bank. */
type NameType = 'FIELD' | 'TOPIC' | 'TERM';

/** Alexa allows 50,000 values and synonyms and 1.5 MB in a model. What does not grow takes less than a tenth of both. */
const ROOM: Readonly<Record<NameType, Room>> = {
  FIELD: { forms: 25_000, bytes: 900_000 },
  TOPIC: { forms: 12_000, bytes: 250_000 },
  TERM: { forms: 8_000, bytes: 200_000 },
};

const NAMES: Readonly<Record<NameType, (fields: readonly NamedField[]) => readonly Named[]>> = {
  FIELD: fieldNames,
  TOPIC: topicNames,
  TERM: termNames,
};

/**
 * Names as the model has them: those of the first fields, as far as there is room. Alexa passes on the words of a name that it does not
 * have, and the function finds it in the bank by them.
 */
const namesOf = (type: NameType, fields: readonly NamedField[], spell: Spell): readonly Value[] =>
  fitting(valuesOf(NAMES[type](fields), spell), ROOM[type]);

/** How many names of a type the model of a locale has, and how many there are. */
export function namesIn({ spelling }: LocaleFile, fields: readonly NamedField[], type: NameType) {
  const spell = speller(spelling);
  return { named: namesOf(type, fields, spell).length, of: valuesOf(NAMES[type](fields), spell).length };
}

/** The interaction model of one locale over the fields of the bank. */
export function interactionModel(
  { language, spelling }: LocaleFile,
  fields: readonly NamedField[],
): InteractionModelData {
  const spell = speller(spelling);
  const elicited = Object.keys(ELICITED).filter(isElicited);
  const types: Readonly<Record<OwnType, readonly TypeValue[]>> = {
    FIELD: namesOf('FIELD', fields, spell).map(typeValue),
    TOPIC: namesOf('TOPIC', fields, spell).map(typeValue),
    TERM: namesOf('TERM', fields, spell).map(typeValue),
    LEVEL: spokenValues(language.levels, spell),
    KIND: spokenValues(language.kinds, spell),
    SETTING: spokenValues(language.settings, spell),
    DAYPART: spokenValues(language.dayparts, spell),
    SPOKEN_ANSWER: language.spokenAnswers.map((words) => ({ name: { value: spell(words), synonyms: [] } })),
  };
  return {
    interactionModel: {
      languageModel: {
        invocationName: language.invocationName,
        // The catch-all takes whatever is like an answer; Fallback shall take as little as it can.
        modelConfiguration: { fallbackIntentSensitivity: { level: 'LOW' } },
        intents: Object.keys(INTENTS)
          .filter(isIntentName)
          .map((name) => intent(name, language.samples[name].map(spell), language.replies)),
        types: Object.entries(types).map(([name, values]) => ({ name, values: [...values] })),
      },
      dialog: {
        // The skill asks in its own words: Alexa's own prompts are never wanted.
        delegationStrategy: 'SKILL_RESPONSE',
        intents: elicited.map(dialogIntent),
      },
      prompts: elicited.map((name) => ({
        id: promptId(name),
        variations: language.prompts[name].map((value) => ({ type: 'PlainText', value: spell(value) })),
      })),
    },
  };
}

function intent(
  name: IntentName,
  samples: readonly string[],
  replies: Readonly<Record<ElicitedIntent, readonly string[]>>,
): Intent {
  if (!isCustom(name)) return { name, samples: [...samples] };
  const slots = CUSTOM_INTENTS[name].map((slot) => ({
    name: slot,
    type: SLOTS[slot],
    ...(isElicited(name) && ELICITED[name] === slot && { samples: [...replies[name]] }),
  }));
  return { name, slots, samples: [...samples] };
}

/** The dialog of an elicited intent: every slot of it stands here, but only the elicited one is required. */
function dialogIntent(name: ElicitedIntent): v1.skill.interactionModel.DialogIntents {
  return {
    name,
    delegationStrategy: 'SKILL_RESPONSE',
    confirmationRequired: false,
    prompts: {},
    slots: CUSTOM_INTENTS[name].map((slot) => ({
      name: slot,
      type: SLOTS[slot],
      confirmationRequired: false,
      elicitationRequired: ELICITED[name] === slot,
      prompts: ELICITED[name] === slot ? { elicitation: promptId(name) } : {},
    })),
  };
}

const promptId = (name: ElicitedIntent): string => `Elicit.Slot.${name}.${ELICITED[name]}`;

const typeValue = ({ id, value, synonyms }: Value): TypeValue => ({ id, name: { value, synonyms: [...synonyms] } });

const spokenValues = (all: Readonly<Record<string, Spoken>>, spell: Spell): readonly TypeValue[] =>
  valuesOf(
    Object.entries(all).map(([id, { value, synonyms }]) => ({ id, forms: [value, ...synonyms] })),
    spell,
  ).map(typeValue);

const isCustom = (name: string): name is CustomIntent => Object.hasOwn(CUSTOM_INTENTS, name);
const isElicited = (name: string): name is ElicitedIntent => Object.hasOwn(ELICITED, name);
