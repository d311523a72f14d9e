import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import type { Finding, Rule } from './rule';

interface Spec {
  readonly definitions: Record<string, { required?: string[]; properties?: Record<string, object> }>;
}

/** A compiled check of a JSON value against one definition of Amazon's API for skill management. */
type Against = (json: unknown, where: string) => readonly Finding[];

/**
 * Amazon's own definitions, but for one demand that Amazon's sample skills do not meet either: a value needs no synonyms.
 */
function definitions(): Spec {
  const spec: Spec = JSON.parse(readFileSync(require.resolve('ask-smapi-model/spec.json'), 'utf8'));
  const value = spec.definitions['v1.skill.interactionModel.TypeValueObject'];
  if (value?.properties === undefined)
    throw new Error('ask-smapi-model no longer defines TypeValueObject: adapt schema.ts');
  value.required = ['value'];
  value.properties.synonyms = { type: 'array', items: { type: 'string' } };
  return spec;
}

const ajv = new Ajv({ allErrors: true, unknownFormats: 'ignore', logger: false }).addSchema(definitions(), 'spec');

function against(definition: string): Against {
  const validate = ajv.compile({ $ref: `spec#/definitions/${definition}` });
  return (json, where) => {
    validate(json);
    return (validate.errors ?? []).map(({ dataPath, message }) => ({
      where: `${where}${dataPath}`,
      fault: `${message ?? 'is wrong'} (${definition}): correct it`,
    }));
  };
}

const model = against('v1.skill.interactionModel.InteractionModelData');
const dialog = against('v1.skill.interactionModel.Dialog');
const manifest = against('v1.skill.Manifest.SkillManifestEnvelope');

/** What Amazon's published definitions say. They close over no unknown names: those, the compiler catches. */
export const SCHEMA_RULES: readonly Rule[] = [
  {
    id: 'schema-model',
    says: "A model has the form of Amazon's definitions.",
    check: ({ models }) => Object.entries(models).flatMap(([locale, json]) => model(json, locale)),
  },
  {
    id: 'a14',
    says: 'The dialog has at least one intent, and its slots have name, type and prompts.',
    check: ({ models }) =>
      Object.entries(models).flatMap(([locale, { interactionModel }]) =>
        interactionModel.dialog?.intents.length
          ? dialog(interactionModel.dialog, `${locale}: dialog`)
          : [{ where: `${locale}: dialog`, fault: 'has no intent: add the one that is elicited' }],
      ),
  },
  {
    id: 'd8',
    says: "The manifest has the form of Amazon's definitions: lengths and numbers of texts among them.",
    check: (built) => manifest(built.manifest, 'skill.json'),
  },
];
