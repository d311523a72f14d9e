import { EXAMPLE, lineOf, problemsIn, TOPIC } from './fixture';

const OTHERS = 40;

/** A topic with one question whose long answer says this beside its own. */
function otherTopic(n: number, also: string): Record<string, string> {
  const topic = `topic-${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + Math.floor(n / 26))}`;
  const text = EXAMPLE.replace('topic: legal-holds ', `topic: ${topic} `)
    .replace('name: legal holds ', `name: ${topic} `)
    .replace(/aliases: \[.*?\]/, 'aliases: []')
    .replaceAll('rt-legal-holds-004', `rt-${topic}-001`)
    .replace('back to the normal schedule and get', `back to the normal schedule ${also} and get`);
  return { [`records-technician/topics/${topic}.yaml`]: text };
}

/** What the check says of the example's own file, when so many of the other topics' answers say this. */
function saidOf(own: string, count: number, also: string): string[] {
  const others = Array.from({ length: OTHERS }, (_, n) => otherTopic(n, n < count ? also : ''));
  const problems = problemsIn({ ...Object.assign({}, ...others), [TOPIC]: own });
  return problems.filter(
    (problem) =>
      problem.startsWith(TOPIC) &&
      !problem.includes('asks nearly the same') &&
      !/ key point | red flag finish-batch/.test(problem),
  );
}

const TRAP = `      - id: trap
        say: throwing it into the river
        slots: [[river, lake]]
        examples: [i throw it into the river]
        correction: The river is no records center.
`;
const trapped = EXAMPLE.replace('    misconceptions:', `${TRAP}    misconceptions:`);
const trapLine = lineOf(trapped, '[[river, lake]]');

describe('a mistake that good answers to other questions make', () => {
  it.each([
    ['nothing is said of a red flag that hardly any makes', 2, []],
    ['a warning above one in twenty', 3, ['warning']],
    ['a warning up to one in four', 10, ['warning']],
    ['an error above one in four', 11, ['error']],
  ])('%s', (_, count, severities) => {
    expect(saidOf(trapped, count, 'by the river')).toEqual(
      severities.map(
        (severity) =>
          `${TOPIC}:${trapLine}: ${severity}: red flag trap: ${count} of 40 long sample answers of other topics are heard as this red flag; tighten slot 1, which "river" (${count}) fill there, or add a slot`,
      ),
    );
  });

  it('is let off by a "not", as in an answer', () => {
    expect(saidOf(trapped, 20, 'and I would not go to the river')).toEqual([]);
  });
});

describe('a phrase that shrinks to one word', () => {
  const withSlot = (slots: string): string =>
    trapped.replace('[[river, lake]]', slots).replace('into the river]', 'into the river by the lake]');
  const at = (text: string): string => `${TOPIC}:${lineOf(text, 'slots: [[the river')}`;

  it('is a warning where the word alone makes the claim', () => {
    const text = withSlot('[[the river, lake]]');
    expect(saidOf(text, 3, 'without a river')).toEqual([
      `${at(text)}: warning: red flag trap: "the river" is compared as "river", which stands in 3 of 40 long sample answers of other topics; add a word that carries the point`,
    ]);
  });

  it('is a note where something else has to be said as well', () => {
    const text = withSlot('[[the river, stream], [lake]]');
    expect(saidOf(text, 3, 'without a river')).toEqual([
      `${at(text)}: note: red flag trap: "the river" is compared as "river", which stands in 3 of 40 long sample answers of other topics; add a word that carries the point`,
    ]);
  });

  it.each([
    ['hardly anybody else says the word', '[[the river, lake]]', 2],
    ['its author wrote the word alone, too', '[[the river, river, stream], [lake]]', 30],
    ['no little word was lost', '[[data base, river, stream], [lake]]', 30],
  ])('is fine where %s', (_, slots, count) => {
    expect(saidOf(withSlot(slots), count, 'without a river and a database')).toEqual([]);
  });
});
