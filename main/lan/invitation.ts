import { isIPv4 } from 'node:net';
import { done, failed } from '../contract/problem.ts';
import type { Result } from '../contract/problem.ts';
import type { InvitationSecret } from '../core/site/identity.ts';
import { randomSecret, sha256, toHex } from '../platform/primitives.ts';
import { isLinkLocal } from './address.ts';
import type { Address } from './address.ts';
import { decodeBase32, encodeBase32 } from './base32.ts';

/** What a code says; its layout is in README.md. */
export interface InvitationCode {
  /** Milliseconds since the epoch, whole seconds. */
  readonly expires: number;
  /** First 12 bytes of SHA-256 over the authority's certificate (DER). */
  readonly fingerprint: Uint8Array;
  /** 10 bytes. */
  readonly secret: Uint8Array;
  /** At most 3. */
  readonly addresses: readonly Address[];
}

const version = 1;
const fingerprintBytes = 12;
const secretBytes = 10;
const checksumBytes = 2;
const fixedBytes = 1 + 4 + fingerprintBytes + secretBytes;
const mostAddresses = 3;
const addressKind = { name: 1, ipv4: 4, ipv6: 6 } as const;

export const fingerprintOf = (authorityCertificate: Uint8Array): Uint8Array => sha256(authorityCertificate).subarray(0, fingerprintBytes);

export const invitationIdOf = (secret: Uint8Array): string => toHex(sha256(secret).subarray(0, 8));

/** Makes a fresh invitation: what the authority keeps, and what the guest is told. */
export const makeInvitation = (authorityCertificate: Uint8Array, addresses: readonly Address[], expires: number): { readonly kept: InvitationSecret; readonly code: string } => {
  const secret = randomSecret(secretBytes);
  return {
    kept: { id: invitationIdOf(secret), secret, expires, failures: 0, used: false },
    code: encodeInvitationCode({ expires, fingerprint: fingerprintOf(authorityCertificate), secret, addresses: chooseAddresses(addresses) }),
  };
};

/** A machine with many addresses gives of each kind what it has room for: the guest may have only one of the two. Link-local ones would need an interface of the guest's. */
const chooseAddresses = (all: readonly Address[]): readonly Address[] => {
  const usable = all.filter(({ host }) => !isLinkLocal(host));
  const six = usable.filter(({ host }) => host.includes(':'));
  const four = usable.filter(({ host }) => !host.includes(':'));
  const chosen = [...four.slice(0, Math.max(mostAddresses - 1, mostAddresses - six.length)), ...six];
  return chosen.slice(0, mostAddresses);
};

export const encodeInvitationCode = (code: InvitationCode): string => {
  const head = Buffer.alloc(5);
  head.writeUInt8(version);
  head.writeUInt32BE(Math.floor(code.expires / 1000), 1);
  const payload = Buffer.concat([head, code.fingerprint, code.secret, ...code.addresses.map(encodeAddress)]);
  return encodeBase32(Buffer.concat([payload, checksum(payload)]));
};

/** @returns `CodeMalformed` for anything that was mistyped or is no code at all; never throws. */
export const decodeInvitationCode = (text: string): Result<InvitationCode> => {
  const bytes = decodeBase32(text);
  if (bytes === null || bytes.length < fixedBytes + checksumBytes) return malformed('It is not an invitation code');
  const whole = Buffer.from(bytes);
  const payload = whole.subarray(0, -checksumBytes);
  if (!checksum(payload).equals(whole.subarray(-checksumBytes))) return malformed('There is a typing error in the code');
  if (payload[0] !== version) return malformed('The code comes from another version of Quietbell');
  const addresses = decodeAddresses(payload.subarray(fixedBytes));
  if (addresses === null) return malformed('The addresses in the code cannot be read');
  return done({
    expires: payload.readUInt32BE(1) * 1000,
    fingerprint: payload.subarray(5, 5 + fingerprintBytes),
    secret: payload.subarray(5 + fingerprintBytes, fixedBytes),
    addresses,
  });
};

const checksum = (payload: Uint8Array): Buffer => Buffer.from(sha256(payload).subarray(0, checksumBytes));

const encodeAddress = ({ host, port }: Address): Buffer => {
  const ports = Buffer.alloc(2);
  ports.writeUInt16BE(port);
  if (isIPv4(host)) return Buffer.concat([Buffer.of(addressKind.ipv4, ...host.split('.').map(Number)), ports]);
  const words = ipv6Words(host);
  if (words !== null) return Buffer.concat([Buffer.of(addressKind.ipv6, ...words.flatMap((word) => [word >> 8, word & 0xff])), ports]);
  const name = Buffer.from(host, 'ascii');
  return Buffer.concat([Buffer.of(addressKind.name, name.length), name, ports]);
};

const decodeAddresses = (bytes: Buffer): readonly Address[] | null => {
  const addresses: Address[] = [];
  for (let at = 0; at < bytes.length; ) {
    const kind = bytes[at];
    const start = kind === addressKind.name ? at + 2 : at + 1;
    const length = kind === addressKind.ipv4 ? 4 : kind === addressKind.ipv6 ? 16 : kind === addressKind.name ? bytes[at + 1] : undefined;
    if (length === undefined || length === 0 || start + length + 2 > bytes.length || addresses.length === mostAddresses) return null;
    const host = readHost(bytes.subarray(start, start + length), kind);
    if (host === null) return null;
    addresses.push({ host, port: bytes.readUInt16BE(start + length) });
    at = start + length + 2;
  }
  return addresses;
};

const readHost = (bytes: Buffer, kind: number | undefined): string | null => {
  if (kind === addressKind.ipv4) return bytes.join('.');
  if (kind === addressKind.ipv6) return new URL(`http://[${Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2).toString(16)).join(':')}]`).hostname.slice(1, -1);
  const name = bytes.toString('latin1');
  return /^[a-zA-Z0-9._-]+$/.test(name) ? name : null;
};

/** The URL parser knows every way to write an IPv6 address and gives back the one of RFC 5952. */
const ipv6Words = (host: string): readonly number[] | null => {
  const url = host.includes(':') ? URL.parse(`http://[${host}]`) : null;
  if (url === null) return null;
  const [left = '', right] = url.hostname.slice(1, -1).split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const zeros = Array.from({ length: right === undefined ? 0 : 8 - head.length - tail.length }, () => '0');
  return [...head, ...zeros, ...tail].map((word) => Number.parseInt(word, 16));
};

const malformed = (what: string) => failed('CodeMalformed', `${what}.`, 'Compare it with the screen that shows it and type it again; spaces and capitals do not matter.', 'code');
