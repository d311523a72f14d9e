import { correctionIn } from '../../lambda/speech/whose';

const say = 'The hold comes first.';

test.each([
  ['en-US', undefined, ''],
  ['en-US', 'us', ''],
  ['en-US', 'us-federal', ' I have that from United States federal guidance.'],
  ['en-US', 'us-ca', ' I have that from California law.'],
  ['en-US', 'uk', ' I have that from guidance in the United Kingdom.'],
  ['en-GB', 'uk', ''],
  ['en-GB', 'eu', ' I have that from European Union rules.'],
  ['en-GB', 'us', ' I have that from guidance in the United States.'],
  ['en-IN', 'us', ' I have that from guidance in the United States.'],
] as const)('in %s, a correction from %s ends in "%s"', (locale, whose, more) => {
  expect(correctionIn(locale, { say, ...(whose && { whose }) })).toBe(`${say}${more}`);
});
