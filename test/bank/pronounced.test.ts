import { heardOf } from '../../simulator/response';
import { EXAMPLE, makeBank, TOPIC } from './fixture';
import { practise } from './practise';

test('what the lexicon says is heard in questions, repetitions, reprompts and samples, and never stands on a card', async () => {
  const bank = makeBank({
    [TOPIC]: EXAMPLE.replace('A legal hold arrives that very morning.', 'A HIPAA request arrives that morning.')
      .replace('stopping the destruction at once', 'stopping what HIPAA forbids')
      .replace("I'd stop first and", 'Under HIPAA, I would stop first and'),
    'lexicon.yaml': '- { written: HIPAA, spoken: hip-uh }\n',
  });
  const [, asked, repeated, heard, sample] = await practise(bank.root, [
    'open interview rehearsal',
    'one question',
    'repeat',
    'I would tell my supervisor in writing',
    "what's a good answer",
  ]);
  bank.remove();
  const marked = '<sub alias="hip-uh">HIPAA</sub>';

  expect(asked?.ssml).toContain(`A ${marked} request arrives`);
  expect(heardOf(asked?.ssml)).toContain('A HIPAA request arrives');
  expect(repeated?.ssml).toContain(`A ${marked} request arrives`);
  expect(heard?.reprompt).toContain(`stopping what ${marked} forbids`);
  expect(sample?.card?.text).toContain('Under HIPAA, I would stop');
  expect(JSON.stringify(sample?.card)).not.toContain('hip-uh');
}, 120_000);
