import { heardOf } from '../../simulator/response';
import { compileBank } from '../../tools/bank/compile';
import { EXAMPLE, edited, makeBank, TOPIC } from './fixture';
import { practise } from './practise';

/** Whose rule the misconception of the example is told to be; it rests on F1, which holds in United States federal courts. */
function whoseIn(files: Readonly<Record<string, string>>): string | undefined {
  const bank = makeBank(files);
  const [field] = compileBank(bank.root).fields;
  bank.remove();
  return field?.questions[0]?.misconceptions[0]?.whose;
}

const inTopic = (from: string, to: string) => edited(TOPIC, from, to);
const FACTS = 'records-technician/facts.yaml';

test.each([
  ['a general question: it has to be told', {}, 'us-federal'],
  [
    'the question is about that place, and says so',
    inTopic('jurisdiction: general ', 'jurisdiction: us-federal '),
    undefined,
  ],
  ['the question is about another place', inTopic('jurisdiction: general ', 'jurisdiction: uk '), 'us-federal'],
  ['the correction says it itself', inTopic('The duty starts', 'In federal courts, the duty starts'), undefined],
  ['a second fact holds elsewhere', inTopic('        facts: [F1]', '        facts: [F1, F2]'), undefined],
  ['no fact is behind it', inTopic('        facts: [F1]\n', ''), undefined],
  ['the fact holds anywhere', edited(FACTS, 'jurisdiction: us-federal', 'jurisdiction: general'), undefined],
  ['an international standard', edited(FACTS, 'jurisdiction: us-federal', 'jurisdiction: international'), undefined],
  ['California', edited(FACTS, 'jurisdiction: us-federal', 'jurisdiction: us-ca'), 'us-ca'],
])('%s', (_, files, whose) => expect(whoseIn(files)).toBe(whose));

test('whose rule it is is heard: of a question, and of a correction', async () => {
  const answer = 'I stop the destruction and I tell my supervisor because a hold only counts once we are sued';
  const heard = async (topic: string) => {
    const bank = makeBank({ [TOPIC]: topic });
    const turns = await practise(bank.root, ['open interview rehearsal', 'one question', answer, "that's all"]);
    bank.remove();
    return turns.map(({ ssml }) => heardOf(ssml)).join('\n');
  };
  const general = await heard(EXAMPLE);
  expect(general).toContain('about legal holds.');
  expect(general).toContain('not when papers are served. I have that from United States federal guidance.');

  const federal = await heard(EXAMPLE.replace('jurisdiction: general ', 'jurisdiction: us-federal '));
  expect(federal).toContain('about legal holds under United States federal rules.');
  expect(federal).not.toContain('I have that from');
}, 120_000);
