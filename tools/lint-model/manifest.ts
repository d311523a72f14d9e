import type { SkillPackage } from '../build-model';
import { filledSamples } from './filled';
import { type Finding, heard, type Publishing, type Rule } from './rule';

const published = ({ manifest }: SkillPackage) => manifest.manifest?.publishingInformation;
const locales = (built: SkillPackage): readonly (readonly [string, Publishing])[] =>
  Object.entries(published(built)?.locales ?? {});

/** A check of each locale's texts in the store. */
const eachStore =
  (check: (texts: Publishing, locale: string, built: SkillPackage) => readonly Finding[]): Rule['check'] =>
  (built) =>
    locales(built).flatMap(([locale, texts]) =>
      check(texts, locale, built).map(({ where, fault }) => ({ where: `skill.json, ${locale}: ${where}`, fault })),
    );

const invocationName = ({ models }: SkillPackage, locale: string): string =>
  models[locale]?.interactionModel.languageModel.invocationName ?? '';

function phraseFaults(texts: Publishing, locale: string, built: SkillPackage): readonly Finding[] {
  const name = invocationName(built, locale);
  const [first = '', ...others] = texts.examplePhrases ?? [];
  const model = built.models[locale]?.interactionModel;
  const known = new Set(model ? filledSamples(model).map(([text]) => text) : []);
  const asks = new RegExp(`^alexa, ask ${name} (?:for|to|about) (.+)$`);
  const works = (phrase: string) => known.has(heard(phrase).match(asks)?.[1] ?? '');
  return [
    ...(new RegExp(`^alexa, (?:open|launch|start) ${name}$`).test(heard(first))
      ? []
      : [{ where: `"${first}"`, fault: `does not open the skill: write "Alexa, open ${name}" first` }]),
    ...others
      .filter((phrase) => !works(phrase))
      .map((phrase) => ({
        where: `"${phrase}"`,
        fault: 'is no sample after "Alexa, ask … for": take one from the model',
      })),
  ];
}

/** Texts that people read, by what they are. */
const prose = ({ summary = '', description = '', updatesDescription = '' }: Publishing) =>
  Object.entries({ summary, description, updatesDescription });

const paragraphs = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

function proseFaults(texts: Publishing, locale: string, built: SkillPackage): readonly Finding[] {
  const named = new RegExp(`alexa, (?:open|ask) (?!${invocationName(built, locale)}\\b)`, 'i');
  return prose(texts).flatMap(([where, text]) => [
    ...(text === '' ? [{ where, fault: 'is empty: write it' }] : []),
    ...(/(?<!alexa )\bapps?\b/i.test(text) ? [{ where, fault: 'calls the skill an app: say "skill"' }] : []),
    ...(named.test(text) ? [{ where, fault: 'opens the skill by another name: use the invocation name' }] : []),
    ...paragraphs(text)
      .filter((line) => !/[.?!:]$/.test(line))
      .map((line) => ({ where: `${where}, "${line}"`, fault: 'is no complete sentence: end it' })),
  ]);
}

function addresses(built: SkillPackage): readonly string[] {
  const { privacyAndCompliance } = built.manifest.manifest ?? {};
  return Object.values(privacyAndCompliance?.locales ?? {}).flatMap(({ privacyPolicyUrl, termsOfUseUrl }) =>
    [privacyPolicyUrl ?? [], termsOfUseUrl ?? []].flat(),
  );
}

const FLAGS = ['allowsPurchases', 'usesPersonalInfo', 'isChildDirected', 'isExportCompliant', 'containsAds'] as const;

function privacyFaults(built: SkillPackage): readonly Finding[] {
  const stated = built.manifest.manifest?.privacyAndCompliance;
  return [
    ...FLAGS.filter((flag) => stated?.[flag] === undefined).map((flag) => ({
      where: flag,
      fault: 'is not stated: say true or false',
    })),
    ...locales(built).flatMap(([locale]) =>
      (['privacyPolicyUrl', 'termsOfUseUrl'] as const)
        .filter((page) => !stated?.locales?.[locale]?.[page]?.startsWith('https://'))
        .map((page) => ({ where: `${locale}, ${page}`, fault: 'is no https address: add it' })),
    ),
  ];
}

const policyFaults = (built: SkillPackage): readonly Finding[] => [
  ...locales(built)
    .filter(([, { name }]) => /alexa|amazon|echo\b/i.test(name))
    .map(([locale, { name }]) => ({ where: `${locale}, "${name}"`, fault: "uses Amazon's names: choose another" })),
  ...locales(built).flatMap(([locale, texts]) =>
    prose(texts)
      .filter(([, text]) => /\bamazon\b|alexa skill/i.test(text))
      .map(([where]) => ({ where: `${locale}, ${where}`, fault: 'seems endorsed by Amazon: leave the name out' })),
  ),
  ...addresses(built)
    .filter((address) => /alexa|amazon/i.test(new URL(address).host))
    .map((where) => ({ where, fault: 'has an Amazon name in its host: use your own' })),
];

/** What certification and the store ask of the manifest. */
export const MANIFEST_RULES: readonly Rule[] = [
  {
    id: 'd2',
    says: 'The first example phrase opens the skill; the others work at once.',
    check: eachStore(phraseFaults),
  },
  {
    id: 'd3',
    says: 'Texts are sentences, say "skill", and use the right invocation name.',
    check: eachStore(proseFaults),
  },
  { id: 'd9', says: 'Everything about privacy is stated.', check: privacyFaults },
  { id: 'd10', says: 'No text, name or address leans on Amazon.', check: policyFaults },
  {
    id: 'd13',
    says: 'The skill hears when it is disabled, to delete progress.',
    check: ({ manifest }) =>
      manifest.manifest?.events?.subscriptions?.some(({ eventName }) => eventName === 'SKILL_DISABLED')
        ? []
        : [{ where: 'skill.json, events', fault: 'has no subscription to SKILL_DISABLED: add it' }],
  },
  {
    id: 'd14',
    says: 'Events and requests go to the same function.',
    check: ({ manifest }) => {
      const [events, requests] = [
        manifest.manifest?.events?.endpoint.uri,
        manifest.manifest?.apis?.custom?.endpoint?.uri,
      ];
      return events !== undefined && events === requests
        ? []
        : [{ where: 'skill.json, endpoint', fault: `is ${requests} for requests and ${events} for events: use one` }];
    },
  },
  {
    id: 'd15',
    says: 'The skill is distributed PUBLIC or PRIVATE.',
    check: (built) =>
      ['PUBLIC', 'PRIVATE'].includes(published(built)?.distributionMode ?? '')
        ? []
        : [{ where: 'skill.json, distributionMode', fault: 'is neither PUBLIC nor PRIVATE: choose' }],
  },
];
