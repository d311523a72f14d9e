import { basename } from 'node:path';
import { boxed, jsonLine, transcript, understoodLine } from '../present';
import type { Played } from '../speaker';
import { parseSsml, writtenIn } from '../ssml';
import type { Turn } from '../turn';
import type { Voice } from './voice';

/** Shows what came of a line; resolves when it was heard out. */
export interface Show {
  readonly played: (played: Played) => Promise<void>;
  /** Cuts the rest of what is being said short. */
  readonly skip: () => void;
}

interface Screen {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly voice?: Voice | undefined;
}

const WARNING = 'The skill breaks a rule of Alexa: ';
/** The longest wait for a break, in milliseconds; a recording is waited for whole. */
const LONGEST_BREAK = 2000;

const dim = (text: string, coloured: boolean): string =>
  coloured && text !== '' ? `\u001b[2m${text}\u001b[22m` : text;
const yellow = (text: string, coloured: boolean): string => (coloured ? `\u001b[33m${text}\u001b[39m` : text);

/** Whether a stream takes colours: a terminal, and nobody asked for none. */
export const takesColours = (stream: NodeJS.WriteStream): boolean =>
  stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';

/** For programs and scripts: JSON or a transcript on the output, notes and warnings apart. */
export function plainShow(json: boolean, { out, err, voice }: Screen): Show {
  return {
    skip: () => {},
    played: async ({ turns, note }) => {
      for (const turn of turns) {
        out(json ? jsonLine(turn) : transcript(turn));
        for (const warning of turn.warnings) err(WARNING + warning);
        for (const piece of piecesOf(turn)) if (piece.play === 'words') await voice?.say(piece.text);
      }
      if (note !== undefined) err(note);
    },
  };
}

/** For people: the words as they come, breaks as short waits, cards in boxes, the chosen intent dimmed. */
export function richShow(
  live: boolean,
  coloured: boolean,
  width: number,
  { out, err, voice, lengthOf }: Screen & { readonly lengthOf: (src: string) => number },
): Show {
  let wake: (() => void) | undefined;
  let skipping = false;
  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const listen = async (src: string): Promise<void> => {
    const ms = lengthOf(src);
    out(dim(`  (${basename(src)}: ${Math.round(ms / 1000)} seconds${live ? '; Enter goes on' : ''})`, coloured));
    if (live && !skipping) await wait(ms);
  };
  const speak = async (turn: Turn): Promise<void> => {
    for (const piece of piecesOf(turn)) {
      if (piece.play === 'words') {
        out(writtenIn(piece));
        if (!skipping) await voice?.say(piece.text);
      } else if (piece.play === 'audio') await listen(piece.src);
      else if (live && !skipping) await wait(Math.min(piece.ms, LONGEST_BREAK));
    }
  };
  return {
    skip: () => {
      skipping = true;
      wake?.();
      voice?.hush();
    },
    played: async ({ turns, note }) => {
      skipping = false;
      for (const turn of turns) {
        const understood = understoodLine(turn);
        if (understood !== '') out(dim(`  ${understood}`, coloured));
        await speak(turn);
        if (turn.card !== undefined) out(boxed(turn.card, width));
        if (!turn.open && !turn.directives.some((type) => type.startsWith('Connections.')))
          out(dim('  (the session is over)', coloured));
        for (const warning of turn.warnings) err(yellow(WARNING + warning, coloured));
      }
      if (note !== undefined) out(dim(note, coloured));
    },
  };
}

function piecesOf(turn: Turn) {
  const parsed = parseSsml(turn.ssml);
  return 'pieces' in parsed ? parsed.pieces : [{ play: 'words' as const, text: turn.ssml }];
}
