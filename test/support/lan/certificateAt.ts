import { connect } from 'node:tls';
import { parseAddress } from '../../../main/lan/address.ts';

/** The certificate (DER) that a station shows to whoever opens a socket to it. */
export const certificateAt = (address: string): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const socket = connect({ ...parseAddress(address), rejectUnauthorized: false }, () => {
      resolve(new Uint8Array(socket.getPeerX509Certificate()?.raw ?? []));
      socket.destroy();
    });
    socket.on('error', reject);
  });
