import { createServer } from 'node:http';
import { listen } from '../../simulator/database';

/** How Alexa's own services behave, by the first part of the path that they are asked on. */
const BEHAVIOURS = {
  /** Settings know the time zone; there are no reminders, and new ones are taken. */
  well: (method: string, path: string) =>
    path.includes('timeZone')
      ? { status: 200, body: '"Europe/London"' }
      : method === 'GET'
        ? { status: 200, body: '{"totalCount":"0","alerts":[]}' }
        : { status: 201, body: '{"alertToken":"one","status":"ON"}' },
  hung: () => undefined,
  down: () => ({ status: 503, body: '{"code":"SERVICE_UNAVAILABLE","message":"down"}' }),
  nonsense: () => ({ status: 200, body: '<html>Sign in</html>' }),
} satisfies Readonly<
  Record<string, (method: string, path: string) => { readonly status: number; readonly body: string } | undefined>
>;

export type Behaviour = keyof typeof BEHAVIOURS | 'refused';

export interface AlexaServices {
  /** The address at which they behave so. */
  readonly endpoint: (behaviour: Behaviour) => string;
  readonly close: () => Promise<void>;
}

/** Opens them on 127.0.0.1. */
export async function alexaServices(): Promise<AlexaServices> {
  const server = createServer((incoming, outgoing) => {
    const [, first = '', ...path] = incoming.url?.split('/') ?? [];
    const behave = Object.entries(BEHAVIOURS).find(([name]) => name === first)?.[1];
    const answer = behave?.(incoming.method ?? '', path.join('/'));
    if (answer === undefined) return;
    outgoing.writeHead(answer.status, { 'content-type': 'application/json' });
    outgoing.end(answer.body);
  });
  const port = await listen(server, 0);
  return {
    // Nothing listens on port 9.
    endpoint: (behaviour) => (behaviour === 'refused' ? 'http://127.0.0.1:9' : `http://127.0.0.1:${port}/${behaviour}`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
