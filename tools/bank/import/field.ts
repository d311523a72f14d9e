import { stringify } from 'yaml';
import { forTheEar } from './ear';
import { areaOf, kindOf, plainLetters, pluralOf, slugOf } from './guess';
import type { Page, PageLink } from './page';

/** How the new field is called. */
export interface Naming {
  readonly id: string;
  readonly prefix: string;
  /** The page's file, as it is told in the new files. */
  readonly from: string;
  /** This month, `YYYY-MM`. */
  readonly month: string;
}

/** The one topic that everything goes to at first. */
const TOPIC = 'general';

/** The files of a draft field, by their paths in its folder. What was guessed, and what is to be done, stands in comments. */
export function filesOf(page: Page, naming: Naming): Readonly<Record<string, string>> {
  return {
    'field.yaml': fieldFile(page, naming),
    [`topics/${TOPIC}.yaml`]: topicFile(page, naming),
    'links.yaml': linksFile(page),
  };
}

/** The field's name as it is spoken. */
export const nameOf = (page: Page): string =>
  plainLetters(page.title)
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9' ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function fieldFile(page: Page, { id, prefix, from }: Naming): string {
  const name = nameOf(page);
  const unsaid = [...page.introduction, ...page.rest];
  const head = {
    id,
    prefix,
    name,
    plural: pluralOf(name),
    aliases: [],
    area: areaOf(page.introduction.map(forTheEar)) ?? 'to be named',
    ...(page.more && { moreQuestions: 'more-questions' }),
  };
  return [
    `# A draft from ${from}. Look over the name, the plural and the area, and add what else people call it to the aliases.`,
    write(head),
    ...(unsaid.length > 0
      ? ['# The page also says, and the skill does not:', ...unsaid.map((text) => `#   ${text}`)]
      : []),
    '',
  ].join('\n');
}

function topicFile(page: Page, { prefix, month }: Naming): string {
  const questions = page.questions.map((ask, i) => ({
    id: `${prefix}-${TOPIC}-${String(i + 1).padStart(3, '0')}`,
    status: 'draft',
    level: 'entry',
    kind: kindOf(ask),
    jurisdiction: 'general',
    asOf: month,
    ask: forTheEar(ask),
    links: page.more ? ['more-questions'] : [],
  }));
  return [
    '# Drafts: they can be practised in self-check. Level and kind are guesses. What each still needs before anybody gets feedback on it:',
    '#   ask         begin with what, how, why, which or who, so that yes or no does not answer it',
    "#   why, hint   the interviewer's reason, and a hint that gives nothing away",
    '#   keyPoints   3 to 7, at least one a must, with slots and examples ("npm run bank -- new" prints the form)',
    '#   sampleShort, sampleLong, followUps',
    '# Then take "status: draft" away and run "npm run bank -- check".',
    write({ topic: TOPIC, name: 'the job in general', aliases: [], questions }),
  ].join('\n');
}

function linksFile(page: Page): string {
  const more = page.more && link('more-questions', page.more, `the page for ${pluralOf(nameOf(page))}`);
  const names = new Set<string>(['more-questions']);
  const sites = page.sites.map((site) => {
    const slug = slugOf(site.text) || 'site';
    const id = names.has(slug) ? `${slug}-${names.size}` : slug;
    names.add(id);
    return link(id, site, `the ${forTheEar(site.text)} page`);
  });
  return write([...(more ? [more] : []), ...sites]);
}

const link = (id: string, { address, under }: PageLink, name: string) => ({
  id,
  address,
  short: address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, ''),
  name,
  offers:
    forTheEar(under)
      .replace(/[?!.]+$/, '')
      .toLowerCase() || 'more to read',
});

const write = (value: unknown): string => stringify(value, { lineWidth: 140, flowCollectionPadding: false });
