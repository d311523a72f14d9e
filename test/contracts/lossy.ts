import { connect, createServer, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** A line to an endpoint on which an answer can get lost. */
export interface LossyLine {
  readonly endpoint: string;
  /** The next answer is not passed on: the connection breaks instead, when the request has had its effect. */
  readonly loseNextAnswer: () => void;
  readonly answersLost: () => number;
  readonly close: () => Promise<void>;
}

export async function lossyLineTo(target: string): Promise<LossyLine> {
  const { hostname: host, port, protocol } = new URL(target);
  const sockets = new Set<Socket>();
  let losing = false;
  let lost = 0;
  const server = createServer((near) => {
    const far =
      protocol === 'https:'
        ? connectTls({ host, port: Number(port || 443), servername: host })
        : connect(Number(port || 80), host);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    near.pipe(far);
    far.on('data', (data) => {
      if (!losing) return near.write(data);
      losing = false;
      lost += 1;
      near.resetAndDestroy();
      return far.destroy();
    });
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const own = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    endpoint: `http://127.0.0.1:${own}`,
    loseNextAnswer: () => {
      losing = true;
    },
    answersLost: () => lost,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
