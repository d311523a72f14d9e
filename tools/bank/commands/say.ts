import type { Command } from '../command';
import { findQuestion } from '../find';
import { painter } from '../paint';
import { findVoice, VOICE_MISSING } from '../voice';
import { spokenSeconds } from '../words';

/** `npm run bank -- say ID` */
export const sayQuestion: Command = {
  name: 'say',
  operand: 'ID',
  summary: 'reads a question and its answers aloud, and shows how many seconds each takes',
  help: `Needs espeak-ng, or say on a Mac; without a voice, the seconds are shown all the same. They are those of Alexa's usual pace.

  --quiet   shows the seconds alone`,
  options: { quiet: { type: 'boolean' } },
  run(root, given, io) {
    const { question } = findQuestion(root, String(given.operand)).compiled;
    const texts = [
      ['question', [question.setup, question.ask].filter(Boolean).join(' ')],
      ['why', question.why],
      ['hint', question.hint],
      ['sampleShort', question.sampleShort],
      ['sampleLong', question.sampleLong],
      ...question.followUps.map((text) => ['followUp', text] as const),
    ] as const;
    const voice = given.quiet ? undefined : findVoice();
    const paint = painter(io.colour);
    for (const [name, text] of texts) {
      if (text === '') continue;
      io.out(`${paint(name.padEnd(12), 'bold')} ${String(spokenSeconds(text)).padStart(3)} s  ${text}`);
      voice?.(text);
    }
    if (!voice && !given.quiet) io.err(VOICE_MISSING);
    return 0;
  },
};
