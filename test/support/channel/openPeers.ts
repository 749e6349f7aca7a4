import { afterEach } from 'vitest';

/** What `opened` is given is closed after each test of the file, the last one first; what is pushed to `closing`, after that. */
export const openPeers = () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  return {
    closing,
    opened: <Peer extends { readonly close: () => Promise<void> }>(peer: Peer): Peer => {
      closing.unshift(peer.close);
      return peer;
    },
  };
};
