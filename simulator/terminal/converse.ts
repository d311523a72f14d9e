import { CONTROLS, parseLine, UnplayableLine } from '../script';
import type { Speaker } from '../speaker';
import type { Keyboard } from './keyboard';
import type { Show } from './show';

const HELP = `What is typed is what is said: one sentence, and Enter. Nothing and Enter is silence.
  /intent NAME slot="value"   sends an intent as it is
  /help                       this page
  /quit                       leaves; an open session stays as it is
In brackets, what happens around the speaker:
${CONTROLS.map((control) => `  ${control}`).join('\n')}`;

/** Talks until the lines end or somebody leaves. Gives false if a line could not be played. */
export async function converse(
  speaker: Speaker,
  input: Keyboard,
  show: Show,
  say: (text: string) => void,
): Promise<boolean> {
  let allPlayed = true;
  for (;;) {
    const typed = await input.next();
    const line = typed?.trim();
    if (line === undefined || line === '/quit') break;
    if (line.startsWith('#') || (line === '' && !speaker.listening())) continue;
    if (line === '/help') {
      say(HELP);
      continue;
    }
    try {
      const spoken = line === '' ? '(silence)' : line;
      const command = parseLine(spoken);
      await input.during(speaker.play(command, spoken).then(show.played), show.skip);
    } catch (error) {
      if (!(error instanceof UnplayableLine)) throw error;
      allPlayed = false;
      say(`${line}: ${error.message}`);
    }
  }
  input.close();
  return allPlayed;
}
