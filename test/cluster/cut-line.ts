import { connect, createServer, type Socket } from 'node:net';

/** A line to a port that can be cut, as a network does it. */
export interface Line {
  readonly port: number;
  /** Cuts all connections over it; new ones can be made. */
  cut(): void;
  remove(): Promise<void>;
}

/** Another port that leads to one. */
export async function lineTo(port: number): Promise<Line> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
    sockets.clear();
  };
  return {
    port: (server.address() as { port: number }).port,
    cut,
    async remove() {
      cut();
      await new Promise((done) => server.close(done));
    },
  };
}
