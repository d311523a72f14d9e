import { parseArgs } from 'node:util';

/** How the skill is served. */
export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly checked: boolean;
  /** Files with a certificate and its key in PEM, to serve HTTPS oneself. */
  readonly tls?: { readonly cert: string; readonly key: string };
  readonly data: string;
  readonly help: boolean;
}

/** Something that the person at the keyboard can put right. The message is the whole story. */
export class ServeError extends Error {
  override readonly name = 'ServeError';
}

export const USAGE = `Serves the skill as a web service, for those who host it themselves or try it through a tunnel.

  npm run serve [-- --port 3000 …]

  --port NUMBER   where it listens (3000)
  --host ADDRESS  on which of this machine's addresses (127.0.0.1); 0.0.0.0 is all of them
  --cert FILE     serve HTTPS with this certificate …
  --key FILE      … and its key; without them something in front has to speak HTTPS on port 443, as Alexa demands
  --unchecked     take requests that Alexa did not sign, from this machine alone: for trying out
  --data DIR      keep progress in this folder (.data), when no table is named
  --help          this text

From the environment: SKILL_ID (only this skill is served), PROGRESS_TABLE with AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY
(progress is kept in that table), QUIET_AUDIO_BASE_URL (the public address of /audio), CARD_IMAGES_BASE_URL (the public address of /images),
LOG_LEVEL.`;

const FORM = {
  port: { type: 'string', default: '3000' },
  host: { type: 'string', default: '127.0.0.1' },
  cert: { type: 'string' },
  key: { type: 'string' },
  unchecked: { type: 'boolean', default: false },
  data: { type: 'string', default: '.data' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const HERE = ['127.0.0.1', 'localhost', '::1'];

/** Reads the command line. Throws a `ServeError` with one sentence. */
export function serveOptions(args: readonly string[]): ServeOptions {
  const { port, host, cert, key, unchecked, data, help } = valuesIn(args);
  if (unchecked && !HERE.includes(host)) {
    throw new ServeError(`--unchecked would let everybody who reaches ${host} pretend to be Alexa: leave out --host.`);
  }
  if ((cert === undefined) !== (key === undefined))
    throw new ServeError('--cert and --key belong together: give both.');
  return {
    host,
    port: portOf(port),
    checked: !unchecked,
    data,
    help,
    ...(cert !== undefined && key !== undefined && { tls: { cert, key } }),
  };
}

function valuesIn(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FORM }).values;
  } catch (error) {
    const sentence = error instanceof Error ? error.message.split(/\. (?=To specify)/, 1)[0] : String(error);
    throw new ServeError(`${sentence?.replace(/\.$/, '')}. Run with --help to see what there is.`);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ServeError(`--port ${text} is no port: write a number up to 65535.`);
}
