import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** Database calls, as the contract counts them. */
export interface Calls {
  readonly read: number;
  readonly write: number;
}

/** A door before the database: it counts who goes through, and can be shut. */
export interface Database {
  /** The address that the skill is given. */
  readonly endpoint: string;
  /** Calls since the last time it was asked. */
  readonly takeCalls: () => Calls;
  /** Down: connections are refused, open ones are cut. */
  readonly setUp: (up: boolean) => Promise<void>;
  readonly close: () => Promise<void>;
}

const READS = new Set(['GetItem', 'Query', 'Scan', 'BatchGetItem']);
const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']);

/** Opens the door on 127.0.0.1 before the engine at `target`. */
export async function databaseDoor(target: string): Promise<Database> {
  const agent = new Agent({ keepAlive: true });
  const sockets = new Set<Socket>();
  let calls = { read: 0, write: 0 };
  const server = createServer((incoming, outgoing) => {
    const operation =
      String(incoming.headers['x-amz-target'] ?? '')
        .split('.')
        .at(-1) ?? '';
    if (READS.has(operation)) calls = { ...calls, read: calls.read + 1 };
    if (WRITES.has(operation)) calls = { ...calls, write: calls.write + 1 };
    forward(new URL(target), agent, incoming, outgoing);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const port = await listen(server, 0);
  const shut = () =>
    new Promise<void>((resolve) => {
      if (!server.listening) return resolve();
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    takeCalls: () => {
      const taken = calls;
      calls = { read: 0, write: 0 };
      return taken;
    },
    setUp: async (up) => {
      if (!up) return shut();
      if (!server.listening) await listen(server, port);
    },
    close: async () => {
      await shut();
      agent.destroy();
    },
  };
}

/** Listens on 127.0.0.1 and gives the port. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function forward(target: URL, agent: Agent, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const onward = request(
    {
      agent,
      host: target.hostname,
      port: target.port,
      path: incoming.url,
      method: incoming.method,
      headers: incoming.headers,
    },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}
