import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { listen } from '../../simulator/database';

/** What becomes of a request on its way to the engine. */
export type Fault =
  | { readonly is: 'none' }
  /** Nothing comes back, and the engine never sees it. */
  | { readonly is: 'hung' }
  /** The engine has answered, and the answer stops in the middle. */
  | { readonly is: 'stalled' }
  | { readonly is: 'slow'; readonly ms: number }
  /** The engine refuses it by this name. */
  | { readonly is: 'refusal'; readonly status: number; readonly name: string; readonly retryAfter?: number }
  /** No engine speaks so: a page of somebody in between. */
  | { readonly is: 'page' }
  | { readonly is: 'cut-before' }
  /** It has had its effect, and nobody is told. */
  | { readonly is: 'cut-after' };

/** What to do with a request: its operation ("Query", "UpdateItem" …) and how many of the household came before it. */
export type Plan = (operation: string, nth: number) => Fault;

export interface FaultProxy {
  readonly endpoint: string;
  /** From now on, requests that concern a partition go by the plan; without one they pass. */
  readonly plan: (partition: string, plan: Plan | undefined) => void;
  /** False: whoever connects is refused. */
  readonly setUp: (up: boolean) => Promise<void>;
  readonly close: () => Promise<void>;
}

const PASSES: Fault = { is: 'none' };

/** Opens the proxy on 127.0.0.1 before the engine at `target`. */
export async function faultProxy(target: string): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true });
  const plans = new Map<string, { readonly plan: Plan; count: number }>();
  const faultFor = (operation: string, body: string): Fault => {
    const planned = [...plans].find(([partition]) => body.includes(partition))?.[1];
    if (planned === undefined) return PASSES;
    planned.count += 1;
    return planned.plan(operation, planned.count - 1);
  };
  const server = createServer(async (incoming, outgoing) => {
    const body = await text(incoming).catch(() => undefined);
    if (body === undefined) return;
    const operation = String(incoming.headers['x-amz-target']).split('.').at(-1) ?? '';
    const pass = () => forward({ target: new URL(target), agent, incoming, body });
    await suffer(faultFor(operation, body), outgoing, pass).catch(() => outgoing.destroy());
  });
  const port = await listen(server, 0);
  const setUp = (up: boolean): Promise<void> =>
    up
      ? listen(server, port).then(() => undefined)
      : new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    plan: (partition, plan) => {
      if (plan === undefined) plans.delete(partition);
      else plans.set(partition, { plan, count: 0 });
    },
    setUp,
    close: async () => {
      if (server.listening) await setUp(false);
      agent.destroy();
    },
  };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

async function suffer(fault: Fault, outgoing: ServerResponse, pass: () => Promise<Answer>): Promise<void> {
  switch (fault.is) {
    case 'none':
      return reply(outgoing, await pass());
    case 'slow':
      await sleep(fault.ms);
      return reply(outgoing, await pass());
    case 'hung':
      return;
    case 'stalled': {
      const { status, headers, body } = await pass();
      outgoing.writeHead(status, headers);
      outgoing.write(body.slice(0, 1));
      return;
    }
    case 'refusal': {
      const body = JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${fault.name}`, message: fault.name });
      const after = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
      return reply(outgoing, { status: fault.status, headers: { ...JSON_TYPE, ...after }, body });
    }
    case 'page':
      return reply(outgoing, { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' });
    case 'cut-before':
      return void outgoing.destroy();
    case 'cut-after':
      await pass();
      return void outgoing.destroy();
  }
}

const JSON_TYPE = { 'content-type': 'application/x-amz-json-1.0' } as const;

function reply(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  outgoing.writeHead(status, headers);
  outgoing.end(body);
}

interface Onward {
  readonly target: URL;
  readonly agent: Agent;
  readonly incoming: IncomingMessage;
  readonly body: string;
}

function forward({ target: { hostname, port }, agent, incoming, body }: Onward): Promise<Answer> {
  const { method, headers, url } = incoming;
  return new Promise((resolve, reject) => {
    const onward = request({ agent, hostname, port, path: url, method, headers }, async (answer) => {
      resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: await text(answer) });
    });
    onward.on('error', reject);
    onward.end(body);
  });
}
