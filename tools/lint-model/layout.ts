import { packageFiles, type SkillPackage } from '../build-model';
import type { Finding, Rule } from './rule';

/** Paths that Alexa takes from a package. */
const LAYOUT = [
  /^skill\.json$/,
  /^interactionModels\/custom\/[a-z]{2}-[A-Z]{2}\.json$/,
  /^assets\/images\/[a-zA-Z0-9._-]{1,64}$/,
];

const SIZES = { smallIconUri: 108, largeIconUri: 512 } as const;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Width and height as a PNG's header has them; nothing if it is no PNG. */
function sizeOf(bytes: Uint8Array): readonly [width: number, height: number] | undefined {
  const file = Buffer.from(bytes);
  if (file.length < 24 || !file.subarray(0, 8).equals(PNG)) return undefined;
  return [file.readUInt32BE(16), file.readUInt32BE(20)];
}

function iconFaults({ manifest, images }: SkillPackage): readonly Finding[] {
  const locales = Object.entries(manifest.manifest?.publishingInformation?.locales ?? {});
  return locales.flatMap(([locale, texts]) =>
    (['smallIconUri', 'largeIconUri'] as const).flatMap((which) => {
      const file = images[texts[which]?.replace(/^file:\/\/assets\/images\//, '') ?? ''];
      const [width, height] = (file && sizeOf(file)) ?? [];
      const right = width === SIZES[which] && height === SIZES[which];
      const fault = `is no PNG of ${SIZES[which]} by ${SIZES[which]} in assets/images: draw it`;
      return right ? [] : [{ where: `${locale}, ${which} ${texts[which]}`, fault }];
    }),
  );
}

/** What a locale offers, so that two can be compared. */
const shapeOf = ({ models }: SkillPackage, locale: string): string =>
  (models[locale]?.interactionModel.languageModel.intents ?? [])
    .map(({ name, slots = [] }) => `${name}(${slots.map((slot) => slot.name).join()})`)
    .sort()
    .join(' ');

function localeFaults(built: SkillPackage): readonly Finding[] {
  const stores = Object.keys(built.manifest.manifest?.publishingInformation?.locales ?? {});
  const models = Object.keys(built.models);
  const first = models[0] ?? '';
  return [
    ...stores.filter((l) => !models.includes(l)).map((l) => ({ where: l, fault: 'has no model: add one' })),
    ...models
      .filter((l) => !stores.includes(l))
      .map((l) => ({ where: l, fault: 'has no texts in skill.json: add them' })),
    ...models
      .filter((l) => shapeOf(built, l) !== shapeOf(built, first))
      .map((l) => ({ where: l, fault: `has other intents or slots than ${first}: make them equal` })),
  ];
}

/** The package as a whole. */
export const LAYOUT_RULES: readonly Rule[] = [
  { id: 'a32', says: 'Each locale has a model with the same intents, and texts in the store.', check: localeFaults },
  { id: 'd8-icons', says: 'The icons exist, as PNG files of 108 and 512 pixels.', check: iconFaults },
  {
    id: 'f',
    says: 'Every file of the package has its place.',
    check: (built) =>
      Object.keys(packageFiles(built))
        .filter((path) => !LAYOUT.some((pattern) => pattern.test(path)))
        .map((where) => ({ where, fault: 'has no place in a skill package: rename or remove it' })),
  },
];
