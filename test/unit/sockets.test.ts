import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { watchSockets } from '../e2e/fixtures/sockets';

const listening = (host: string) =>
  new Promise<() => void>((resolve) => {
    const server = createServer().listen(0, host, () => resolve(() => server.close()));
  });
const looks = () => new Promise((resolve) => setTimeout(resolve, 600));

it.runIf(process.platform === 'linux')(
  'a socket of ours that others could reach is seen, one on loopback is not',
  async () => {
    const quiet = watchSockets();
    const close = await listening('127.0.0.1');
    await looks();
    close();
    expect(quiet).not.toThrow();
    const loud = watchSockets();
    const shut = await listening('0.0.0.0');
    await looks();
    shut();
    expect(loud).toThrow('sockets beyond this PC');
  },
);
