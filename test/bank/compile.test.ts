import { compileBank } from '../../tools/bank/compile';
import { edited, makeBank, TOPIC } from './fixture';

function compiled(files: Record<string, string | undefined> = {}) {
  const bank = makeBank(files);
  const result = compileBank(bank.root);
  bank.remove();
  return result;
}

const [field] = compiled().fields;
const [question] = field?.questions ?? [];

describe('a compiled question', () => {
  it('has its number and topic, and keeps what is said as it was written', () => {
    expect(question).toMatchObject({
      id: 'rt-legal-holds-004',
      number: 1,
      topic: 'legal-holds',
      level: 'experienced',
      kind: 'situational',
      settings: [],
      jurisdiction: 'general',
      asOf: '2026-11',
      setup: 'The shredding truck is due at nine.',
      ask: 'A legal hold arrives that very morning. What do you do?',
      links: ['rule-37'],
      terms: ['legal-hold'],
    });
    expect(question?.sampleShort).not.toContain('\n');
  });

  it('has phrases as stems without little words, misrecognitions and sounds beside them', () => {
    const [stop] = question?.keyPoints ?? [];
    expect(stop).toMatchObject({ id: 'stop', weight: 'must', polarity: 'affirmed' });
    expect(stop?.slots).toEqual([
      { any: ['stop', 'halt', 'cancel', 'suspend', 'pull back', 'call off'], heardAs: [], sounds: expect.any(Array) },
      { any: ['destruct', 'destroy', 'dispos', 'pick up', 'vendor'], heardAs: ['traction'], sounds: expect.any(Array) },
    ]);
    expect(stop?.examples).toEqual(['stop destruct right away', 'first cancel pick up with compani']);
    expect(stop?.slots[1]?.sounds).toContain('TSTRKXN');
    expect(stop?.slots.flatMap((slot) => slot.sounds)).not.toContain('');
  });

  it('has its traps with what puts them right', () => {
    expect(question?.redFlags).toEqual([
      expect.objectContaining({
        id: 'finish-batch',
        correction: 'A hold overrides the schedule, even when the retention period has run out.',
      }),
    ]);
    expect(question?.misconceptions.map(({ id }) => id)).toEqual(['only-when-sued']);
  });

  it('leaves out what its author left out', () => {
    const [bare] =
      compiled(edited(TOPIC, '    setup: The shredding truck is due at nine.', '   ')).fields[0]?.questions ?? [];
    expect(bare && 'setup' in bare).toBe(false);
    expect(question?.keyPoints[1] && 'polarity' in question.keyPoints[1]).toBe(false);
  });
});

describe('a compiled field', () => {
  it('has its names, topics, links and terms; facts stay at home', () => {
    expect(field).toEqual({
      id: 'records-technician',
      name: 'records technician',
      plural: 'records technicians',
      aliases: ['records clerk'],
      area: 'library and information science',
      moreQuestions: 'rule-37',
      topics: [
        {
          id: 'legal-holds',
          name: 'legal holds',
          aliases: ['holds', 'litigation holds', 'preservation'],
          link: 'rule-37',
        },
      ],
      questions: [question],
      links: [expect.objectContaining({ id: 'rule-37', address: 'https://example.org/rule_37' })],
      terms: [expect.objectContaining({ id: 'legal-hold', term: 'legal hold' })],
    });
  });

  it('is left out while its own file is broken, and the problem is told', () => {
    const { fields, problems } = compiled({ 'records-technician/field.yaml': 'id: records-technician\n' });
    expect(fields).toEqual([]);
    expect(problems.map(({ message }) => message)).toContain('prefix: is missing');
  });
});

it('takes every scalar for a text, as authors mean it', () => {
  const { fields, problems } = compiled(edited(TOPIC, '[stop, halt,', '[stop, no, 36, null, true,'));
  expect(problems).toEqual([]);
  expect(fields[0]?.questions[0]?.keyPoints[0]?.slots[0]?.any.slice(0, 5)).toEqual([
    'stop',
    'no',
    '36',
    'null',
    'true',
  ]);
});
