import { createServer } from 'node:net';
import { portOf } from './smtpPeer.ts';

/** A port of loopback that nobody had a moment ago, for programs that cannot choose one themselves. */
export const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const port = portOf(server.address());
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
};
