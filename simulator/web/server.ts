import { createServer, type IncomingMessage, type Server } from 'node:http';
import { z } from 'zod';
import { pageFiles, type Served } from './files';
import { HEADERS, isWelcome } from './guard';
import type { Shown, Start } from './shown';
import type { Voice } from './voice';

/** What a person does at the page: says a line (or writes what stands in brackets), or touches the screen. */
const Done = z.union([
  z.strictObject({ line: z.string().trim().min(1).max(4000) }),
  z.strictObject({ touch: z.array(z.string().max(200)).max(20) }),
]);
export type Done = z.infer<typeof Done>;

const Words = z.strictObject({ words: z.string().min(1).max(8000) });

/** What stands behind the page. */
export interface Behind {
  readonly start: Start;
  readonly play: (done: Done) => Promise<Shown>;
  readonly voice: Voice | undefined;
}

type Answer = Served & { readonly status: number };

const LONGEST_BODY = 32 * 1024;

/** The page and what stands behind it. It answers this machine's own page alone; who listens, and where, is the caller's. */
export function webServer(behind: Behind): Server {
  const files = pageFiles();
  return createServer((request, response) => {
    answerTo(request, files, behind)
      .catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        return plain(500, 'Something went wrong here; the terminal says what.');
      })
      .then(({ status, type, body }) => response.writeHead(status, { 'Content-Type': type, ...HEADERS }).end(body));
  });
}

async function answerTo(
  request: IncomingMessage,
  files: ReadonlyMap<string, () => Served>,
  behind: Behind,
): Promise<Answer> {
  if (!isWelcome(request.headers)) return plain(403, 'Only the page itself, on this machine, is answered.');
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (request.method === 'POST') return posted(path, request, behind);
  if (request.method !== 'GET') return plain(405, 'Only GET and POST are answered.');
  if (path === '/start') return json(behind.start);
  const file = files.get(path);
  return file === undefined ? plain(404, 'There is no such page.') : { status: 200, ...file() };
}

async function posted(path: string, request: IncomingMessage, { play, voice }: Behind): Promise<Answer> {
  if (request.headers['content-type'] !== 'application/json') return plain(415, 'Send application/json.');
  const body = await bodyOf(request);
  if (path === '/play') {
    const done = Done.safeParse(body);
    return done.success ? json(await play(done.data)) : plain(400, 'Send {"line": "…"} or {"touch": ["…"]}.');
  }
  if (path === '/voice' && voice !== undefined) {
    const said = Words.safeParse(body);
    if (!said.success) return plain(400, 'Send {"words": "…"}.');
    return { status: 200, type: 'audio/wav', body: await voice(said.data.words) };
  }
  return plain(404, 'There is nothing here to send to.');
}

const plain = (status: number, body: string): Answer => ({ status, type: 'text/plain; charset=utf-8', body });
const json = (body: unknown): Answer => ({ status: 200, type: 'application/json', body: JSON.stringify(body) });

/** The body as JSON; `undefined` for one that is too long or no JSON. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length <= LONGEST_BODY) parts.push(bytes);
  }
  if (length > LONGEST_BODY) return undefined;
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return undefined;
  }
}
