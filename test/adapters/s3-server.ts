import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sign } from 'aws4';

/** What the server makes of the next requests, beside serving them. */
export type Mood = 'well' | 'busy' | 'silent' | 'short';

/** A server that gives out objects as S3 does, to those whose signature is right. */
export interface S3Server {
  readonly endpoint: string;
  /** Ranges that were asked for, in their order. */
  readonly asked: string[];
  /** Objects by bucket and key: `bucket/key`. */
  readonly objects: Map<string, Uint8Array>;
  /** How the next requests go; when it is empty, all is well. */
  readonly moods: Mood[];
  close(): Promise<void>;
}

export const KEYS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-a-secret', sessionToken: 'a-session' } as const;
const REGION = 'us-east-1';

/** Listens on a free port of this machine. */
export async function s3Server(): Promise<S3Server> {
  const asked: string[] = [];
  const objects = new Map<string, Uint8Array>();
  const moods: Mood[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers.range ?? 'everything');
    const mood = moods.shift() ?? 'well';
    if (mood === 'silent') return;
    if (mood === 'busy') return end(response, 503, 'SlowDown');
    if (!isSigned(request)) return end(response, 403, 'SignatureDoesNotMatch');
    const bytes = objects.get(decodeURIComponent((request.url ?? '').slice(1)));
    if (!bytes) return end(response, 404, 'NoSuchKey');
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    const range = bytes.subarray(Number(from), Number(to) + (mood === 'short' ? 0 : 1));
    end(response, 206, range);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    asked,
    objects,
    moods,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function end(response: ServerResponse, status: number, body: string | Uint8Array): void {
  response.writeHead(status).end(body);
}

/** Signs the request again, with a library that knows nothing of ours, and compares. */
function isSigned({ url = '', method = '', headers }: IncomingMessage): boolean {
  const { authorization = '' } = headers;
  const [, names = ''] = /SignedHeaders=([^,]+)/.exec(authorization) ?? [];
  const signed = Object.fromEntries(names.split(';').map((name) => [name, String(headers[name] ?? '')]));
  // The library's types do not know the option by which it signs ranges as well.
  const request = {
    method,
    path: url,
    headers: signed,
    service: 's3',
    region: REGION,
    extraHeadersToInclude: { range: true },
  };
  const { headers: again = {} } = sign(request, KEYS);
  return again.Authorization === authorization && names.includes('x-amz-security-token');
}
