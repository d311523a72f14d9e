import type { v1 } from 'ask-smapi-model';
import { ANSWER } from '../../lambda/alexa/elicit';
import { compileBank } from '../../tools/bank/compile';
import { type SkillPackage, skillPackage } from '../../tools/build-model';
import { lint, RULES } from '../../tools/lint-model';
import { BANK } from '../../tools/paths';

type Model = v1.skill.interactionModel.InteractionModelSchema;
type Manifest = v1.skill.Manifest.SkillManifest;

const built = skillPackage(compileBank(BANK).fields);

/** A part that is surely there. */
function part<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the package has no ${name}`);
  return value;
}

const named = <T extends { name: string }>(list: readonly T[] | undefined, name: string): T =>
  part(
    list?.find((one) => one.name === name),
    name,
  );

/** The parts of a package in which a mistake can be planted. */
const partsOf = (planted: SkillPackage) => {
  const model: Model = part(planted.models['en-GB'], 'en-GB').interactionModel;
  const manifest: Manifest = part(planted.manifest.manifest, 'manifest');
  const publishing = part(manifest.publishingInformation, 'publishingInformation');
  return {
    planted,
    model,
    manifest,
    publishing,
    intents: model.languageModel.intents,
    types: part(model.languageModel.types, 'types'),
    dialog: part(model.dialog, 'dialog'),
    privacy: part(manifest.privacyAndCompliance, 'privacyAndCompliance'),
    store: part(publishing.locales?.['en-GB'], 'en-GB'),
    intent: (name: string) => named(model.languageModel.intents, name),
    samples: (name: string) => part(named(model.languageModel.intents, name).samples, `samples of ${name}`),
    values: (name: string) => part(named(model.languageModel.types, name).values, `values of ${name}`),
    dialogSlot: () => part(part(model.dialog?.intents[0], 'dialog').slots?.[0], 'slot of the dialog'),
  };
};
type Parts = ReturnType<typeof partsOf>;

const call =
  (invocationName: string) =>
  ({ model }: Parts): void => {
    model.languageModel.invocationName = invocationName;
  };
const value = (words: string, synonyms: string[] = []) => ({ name: { value: words, synonyms } });

/** A mistake for every rule, planted in the British locale, or in the manifest. */
const MISTAKES: Readonly<Record<string, readonly (readonly [mistake: string, plant: (parts: Parts) => unknown])[]>> = {
  a1: [['a name of one word', call('rehearsal')]],
  a2: [['an article in a name of two words', call('the rehearsal')]],
  a3: [['a launch word', call('start interview rehearsal')]],
  a4: [['a connecting word', call('rehearsal for interviews')]],
  a5: [['a wake word', call('echo interview rehearsal')]],
  a6: [
    ['a capital', call('Interview rehearsal')],
    ['a digit', call('interview rehearsal 2')],
  ],
  a7: [['another name than the published one', call('interview practice')]],
  a8: [['a bare SearchQuery slot', (p) => p.samples('AnswerIntent').push('{answer}')]],
  a9: [
    [
      'a second slot beside free text',
      (p) => {
        p.intent('AnswerIntent').slots?.push({ name: 'topic', type: 'TOPIC' });
        p.samples('AnswerIntent').push('about {topic} i say {answer}');
      },
    ],
  ],
  a10: [
    [
      'two SearchQuery slots in an intent',
      (p) => p.intent('AnswerIntent').slots?.push({ name: 'more', type: 'AMAZON.SearchQuery' }),
    ],
  ],
  a11: [['words put back that no carrier has', (p) => p.samples('AnswerBecauseIntent').splice(0, 1)]],
  a12: [['no samples for a reply', (p) => delete part(p.intent('AnswerIntent').slots?.[0], 'slot').samples]],
  a13: [
    ['a dialog for a slot that the intent does not have', (p) => (p.dialogSlot().name = 'reply')],
    ['a dialog with another type', (p) => (p.dialogSlot().type = 'TOPIC')],
    ['a slot that the dialog leaves out', (p) => part(p.dialog.intents[0], 'dialog').slots?.pop()],
  ],
  a14: [
    ['a dialog without intents', (p) => p.dialog.intents.splice(0)],
    ['a dialog slot without a type', (p) => Reflect.deleteProperty(p.dialogSlot(), 'type')],
  ],
  a15: [
    ['a prompt that does not exist', (p) => (p.dialogSlot().prompts.elicitation = 'Elicit.Slot.Nothing')],
    ['a prompt that nobody uses', (p) => p.model.prompts?.push({ id: 'Idle', variations: [{ value: 'Hello?' }] })],
    ['an elicited slot without a prompt', (p) => delete p.dialogSlot().prompts.elicitation],
  ],
  a16: [
    ['a question mark', (p) => p.samples('HintIntent').push('any hints?')],
    ['a quotation mark', (p) => p.samples('HintIntent').push('a “hint”')],
    ['a brace too many', (p) => p.samples('HintIntent').push('a {hint')],
  ],
  a17: [['a digit in the name of an intent', (p) => (p.intent('HintIntent').name = 'Hint2Intent')]],
  a18: [
    ['one slot name with two types', (p) => (part(p.intent('SwitchFieldIntent').slots?.[0], 'slot').type = 'TOPIC')],
  ],
  a19: [
    ['a sample in two intents', (p) => p.samples('WhyIntent').push('Give me a hint')],
    ['a sample twice in an intent', (p) => p.samples('HintIntent').push('give me  a hint')],
  ],
  'a19-filled': [
    ['a sample that another one becomes when it is filled', (p) => p.samples('HintIntent').push('a hard question')],
    ['a piece of an answer that is a command', (p) => p.values('SPOKEN_ANSWER').push(value('could i have a hint'))],
  ],
  a20: [['a value of 141 letters', (p) => p.values('TERM').push(value('x'.repeat(141)))]],
  a21: [
    [
      'fifty thousand synonyms',
      (p) =>
        p.values('TERM').push(
          value(
            'many',
            Array.from({ length: 50_000 }, (_, i) => `${i}`),
          ),
        ),
    ],
  ],
  a22: [
    [
      'a model of two megabytes',
      (p) =>
        p.values('TERM').push(
          value(
            'much',
            Array.from({ length: 20_000 }, (_, i) => `${i}`.padStart(100, 'x')),
          ),
        ),
    ],
  ],
  a23: [
    [
      'two hundred intents more',
      (p) => p.intents.push(...Array.from({ length: 250 }, () => structuredClone(p.intent('HintIntent')))),
    ],
  ],
  a25: [
    ['a short piece of an answer', (p) => p.values('SPOKEN_ANSWER').push(value('check the schedule'))],
    ['few pieces', (p) => p.values('SPOKEN_ANSWER').splice(30)],
    [
      'pieces of one length',
      (p) => p.values('SPOKEN_ANSWER').splice(0, 99, ...Array.from({ length: 99 }, () => value('four words and more'))),
    ],
  ],
  a26: [['no Fallback', (p) => p.intents.splice(p.intents.indexOf(p.intent('AMAZON.FallbackIntent')), 1)]],
  a27: [['a phrase of Stop in another intent', (p) => p.samples('ThatsAllIntent').push('stop it')]],
  a30: [['no sensitivity', (p) => delete p.model.languageModel.modelConfiguration]],
  a32: [
    ['an intent that one locale lacks', (p) => p.intents.splice(p.intents.indexOf(p.intent('WhyIntent')), 1)],
    ['a locale without a model', (p) => Reflect.deleteProperty(p.planted.models, 'en-GB')],
    ['a locale without texts', (p) => Reflect.deleteProperty(part(p.publishing.locales, 'locales'), 'en-GB')],
  ],
  declared: [['a slot that the intent does not have', (p) => p.samples('HintIntent').push('a hint about {topic}')]],
  types: [
    ['a type without values', (p) => p.values('TERM').splice(0)],
    ['a type of no slot', (p) => p.types.push({ name: 'COLOUR', values: [value('red')] })],
  ],
  used: [['a slot in no sample', (p) => p.intent('HintIntent').slots?.push({ name: 'topic', type: 'TOPIC' })]],
  samples: [['seven samples', (p) => p.samples('HintIntent').splice(7)]],
  ambiguous: [['one word for two values', (p) => p.values('LEVEL')[0]?.name.synonyms.push('Hard')]],
  'schema-model': [
    ['a type without a name', (p) => Reflect.deleteProperty(named(p.types, 'TERM'), 'name')],
    [
      'a sensitivity that does not exist',
      (p) =>
        Object.assign(part(p.model.languageModel.modelConfiguration, 'configuration'), {
          fallbackIntentSensitivity: { level: 'NONE' },
        }),
    ],
  ],
  d2: [
    ['a first phrase that asks', (p) => p.store.examplePhrases?.reverse()],
    [
      'a phrase that the model does not have',
      (p) => p.store.examplePhrases?.push('Alexa, ask interview rehearsal for tea'),
    ],
    ['a phrase with another name', (p) => p.store.examplePhrases?.push('Alexa, ask rehearsal for a question')],
  ],
  d3: [
    ['the skill called an app', (p) => (p.store.description = 'This app asks questions.')],
    ['a wrong invocation name', (p) => (p.store.description = 'Say: Alexa, open interview coach.')],
    ['half a sentence', (p) => (p.store.summary = 'Interview questions and')],
    ['no description', (p) => (p.store.description = '')],
  ],
  d8: [
    ['a long summary', (p) => (p.store.summary = 'So long. '.repeat(20))],
    ['too many keywords', (p) => (p.store.keywords = Array.from({ length: 31 }, (_, i) => `word ${i}`))],
    ['five example phrases', (p) => p.store.examplePhrases?.push('Alexa, open it', 'Alexa, close it')],
    [
      'an unknown event',
      (p) => Object.assign(part(p.manifest.events, 'events'), { subscriptions: [{ eventName: 'SKILL_GONE' }] }),
    ],
  ],
  'd8-icons': [
    ['an icon that is not there', (p) => (p.store.smallIconUri = 'file://assets/images/none.png')],
    ['an icon of another size', (p) => (p.store.smallIconUri = p.store.largeIconUri ?? '')],
    ['an icon that is no picture', (p) => Object.assign(p.planted.images, { 'icon-108.png': new Uint8Array(200) })],
  ],
  d9: [
    ['nothing said of ads', (p) => delete p.privacy.containsAds],
    ['no privacy policy', (p) => delete part(p.privacy.locales?.['en-GB'], 'en-GB').privacyPolicyUrl],
  ],
  d10: [
    ["Amazon's name in ours", (p) => (p.store.name = 'Alexa Interview')],
    ['an endorsement', (p) => (p.store.description = 'The interview skill that Amazon recommends.')],
    [
      "Amazon's name in a host",
      (p) => (part(p.privacy.locales?.['en-GB'], 'en-GB').termsOfUseUrl = 'https://alexa-interviews.example/'),
    ],
  ],
  d13: [['no word when the skill is disabled', (p) => p.manifest.events?.subscriptions?.splice(0)]],
  d14: [['events that go elsewhere', (p) => (part(p.manifest.events, 'events').endpoint.uri = 'arn:aws:lambda:other')]],
  d15: [['no way of distribution', (p) => delete p.publishing.distributionMode]],
  f: [['a blank in the name of a file', (p) => Object.assign(p.planted.images, { 'my icon.png': new Uint8Array(8) })]],
};

const ruleOf = (id: string) =>
  part(
    RULES.find((rule) => rule.id === id),
    id,
  );

test('the package breaks no rule', () => {
  expect(lint(built)).toEqual([]);
});

test('every rule has a mistake that it must catch', () => {
  expect(Object.keys(MISTAKES).sort()).toEqual(RULES.map(({ id }) => id).sort());
});

describe.each(Object.entries(MISTAKES))('row %s catches', (rule, mistakes) => {
  test.each(mistakes.map(([mistake, plant]) => ({ mistake, plant })))('$mistake', ({ plant }) => {
    const planted = structuredClone(built);
    plant(partsOf(planted));
    const caught = ruleOf(rule).check(planted);
    expect(caught).not.toEqual([]);
    for (const { where, fault } of caught) expect([where, fault]).not.toContain('');
  });
});

test('row a33: values may do without synonyms, though the definitions demand them', () => {
  const planted = structuredClone(built);
  for (const { name } of partsOf(planted).values('SPOKEN_ANSWER')) Reflect.deleteProperty(name, 'synonyms');
  expect(ruleOf('schema-model').check(planted)).toEqual([]);
});

test('what the function elicits stands in the dialog of every locale', () => {
  for (const { interactionModel } of Object.values(built.models)) {
    const dialog = named(interactionModel.dialog?.intents, ANSWER.cleared.name);
    expect(dialog.slots?.filter((slot) => slot.elicitationRequired).map(({ name }) => name)).toEqual([ANSWER.slot]);
    expect(Object.keys(ANSWER.cleared.slots ?? {})).toEqual(dialog.slots?.map(({ name }) => name));
  }
});
