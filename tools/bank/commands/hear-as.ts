import { type Command, CommandError, type Given } from '../command';
import { findQuestion } from '../find';
import { type CameBack, cameBack } from '../hear/came-back';
import { hearAll, missingPackages, VOICES, type VoiceName } from '../hear/machine';
import { type Term, termsOf } from '../hear/terms';
import { type Paint, painter } from '../paint';
import { phraseOf } from '../phrase';

/** `npm run bank -- hear-as ID` */
export const hearAs: Command = {
  name: 'hear-as',
  operand: 'ID',
  summary: 'speaks the rare terms of a question into recognition and shows what comes back',
  help: `A voice says each rare term (one with heardAs, or one that a glossary explains) within an example, and recognition writes down what it
hears. A term that is lost gets its misrecognition as heardAs, if you accept it: nothing is written. A machine's voice is understood
worse than a person's, and Alexa understands more than this recognition: take it for the worst case.
Needs the Debian packages espeak-ng (or flite), sox, pocketsphinx and pocketsphinx-en-us.

  --voice NAME   ${VOICES.join(' or ')} (${VOICES[0]}); flite speaks more clearly
  --all          every phrase of every slot; a few seconds each`,
  examples: ['hear-as rt-retention-schedules-001', 'hear-as rt-retention-schedules-001 --voice flite --all'],
  options: { voice: { type: 'string', default: VOICES[0] }, all: { type: 'boolean' } },
  run(root, given, io) {
    const voice = voiceOf(given);
    const { bank, folder, compiled } = findQuestion(root, String(given.operand));
    const explaining = [folder, ...bank.folders.filter((other) => other.folder.isCommon && other !== folder)];
    const terms = termsOf(compiled, explaining, given.all === true);
    if (terms.length === 0) {
      io.out('No slot has a rare term: none has heardAs, and no glossary explains one. --all takes every phrase.');
      return 0;
    }
    const missing = missingPackages(voice);
    if (missing.length > 0)
      throw new CommandError(
        `This needs ${missing.length > 1 ? 'the Debian packages' : 'the Debian package'} ${missing.join(', ')}: sudo apt-get install ${missing.join(' ')}`,
      );
    const sentences = [...new Set(terms.map(({ sentence }) => sentence))];
    const heard = hearAll(sentences, voice);
    const results = terms.map((term) => {
      const text = heard[sentences.indexOf(term.sentence)] ?? '';
      return { term, text, back: cameBack(compiled.question, term, text) };
    });
    const paint = painter(io.colour);
    io.out(results.map((result) => shown(result, paint)).join('\n'));
    io.out(toAccept(results, paint));
    return 0;
  },
};

interface Result {
  readonly term: Term;
  /** Everything that recognition heard. */
  readonly text: string;
  readonly back: CameBack;
}

function voiceOf({ voice }: Given): VoiceName {
  const found = VOICES.find((name) => name === voice);
  if (found === undefined) throw new CommandError(`There is no voice "${String(voice)}": use ${VOICES.join(' or ')}.`);
  return found;
}

const CAUGHT = {
  heard: ['heard', 'green'],
  heardAs: ['caught by heardAs', 'yellow'],
  sound: ['caught by its sound', 'yellow'],
  lost: ['lost', 'red'],
} as const satisfies Record<CameBack['caught'], readonly [string, Parameters<Paint>[1]]>;

function shown({ term, text, back }: Result, paint: Paint): string {
  const [how, colour] = CAUGHT[back.caught];
  return [
    `${paint(how.padEnd(19), colour)} ${term.ref.label}, slot ${term.slot + 1}: "${term.phrase}" → "${back.words}"`,
    paint(`${' '.repeat(20)}"${term.sentence}" → "${text}"`, 'dim'),
  ].join('\n');
}

/** What an author could paste, claim by claim. */
function toAccept(results: readonly Result[], paint: Paint): string {
  const lost = results.filter(({ back }) => back.caught === 'lost' && isWritable(back.words));
  if (lost.length === 0) return '\nNothing was lost that could be accepted as heardAs.';
  const labels = [...new Set(lost.map(({ term }) => term.ref.label))];
  const lines = labels.flatMap((label) => [
    `${label}, heardAs:`,
    ...lost.filter(({ term }) => term.ref.label === label).map(({ term, back }) => `  ${term.phrase}: [${back.words}]`),
  ]);
  return `\n${paint('To accept by hand, where nothing else sounds like it:', 'bold')}\n${lines.join('\n')}`;
}

/** What an entry of heardAs may hold: a few lower-case words, not little ones alone. */
const isWritable = (words: string): boolean => /^[a-z0-9']+(?: [a-z0-9']+){0,4}$/.test(words) && phraseOf(words) !== '';
