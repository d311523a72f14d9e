import { understoodLine } from '../present';
import { heardOf, parseReply } from '../response';
import type { Played } from '../speaker';
import { type Piece, parseSsml } from '../ssml';
import type { Turn } from '../turn';
import type { Reply, ShownScreen, ShownTurn, Sound } from './shown';

/** How long a recording plays, in milliseconds. */
export type LengthOf = (address: string) => number;

/** What came of a line, for the page. `ms` is how long it took. */
export const shown = (played: Played, lengthOf: LengthOf, ms: number, listening: boolean): Reply => ({
  turns: played.turns.map((turn) => shownTurn(turn, lengthOf)),
  note: played.note ?? '',
  ms,
  listening,
});

const shownTurn = (turn: Turn, lengthOf: LengthOf): ShownTurn => ({
  utterance: turn.utterance,
  understood: understoodLine(turn),
  speech: heardOf(turn.ssml),
  sounds: soundsOf(turn.ssml, lengthOf),
  card: turn.card ?? null,
  open: turn.open,
  warnings: turn.warnings,
  calls: turn.calls,
  bytes: turn.response === null ? 0 : Buffer.byteLength(JSON.stringify(turn.response)),
  request: turn.request ?? null,
  response: turn.response,
  screen: screenIn(turn),
});

function soundsOf(ssml: string, lengthOf: LengthOf): readonly Sound[] {
  const parsed = parseSsml(ssml);
  if ('fault' in parsed) return [{ words: ssml }];
  return parsed.pieces.map((piece) => soundOf(piece, lengthOf)).filter((sound) => !isNothing(sound));
}

const isNothing = (sound: Sound): boolean => 'words' in sound && sound.words.trim() === '';

function soundOf(piece: Piece, lengthOf: LengthOf): Sound {
  switch (piece.play) {
    case 'words':
      return { words: piece.text };
    case 'break':
      return { quiet: piece.ms };
    case 'audio':
      return { quiet: Math.round(lengthOf(piece.src)) };
  }
}

const RENDER = 'Alexa.Presentation.APL.RenderDocument';

/** What a turn puts on the screen. A turn that the skill failed has warnings already, and nothing to draw. */
function screenIn({ response, directives }: Turn): ShownScreen | null {
  if (!directives.includes(RENDER)) return null;
  const render = parseReply(response).directives.find(({ type }) => type === RENDER);
  return render === undefined ? null : { document: render.document, datasources: render.datasources };
}
