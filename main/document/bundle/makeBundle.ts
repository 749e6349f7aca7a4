import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { zipSync, type Zippable } from 'fflate';
import { cleanName } from '../../core/attachment/cleanName.ts';
import { fromHex, openSigningKey, openVerifyingKey, sha256, signBytes, toHex } from '../../platform/primitives.ts';
import type { ExportOrder } from '../exportOrder.ts';
import { recordsSheet } from '../pages/recordsSheet.ts';
import { renderPdf } from '../renderPdf.ts';
import { createWording } from '../wording.ts';
import { openedBody } from './openedBody.ts';

/**
 * A ZIP archive of records that anybody can check with openssl, sha256sum and python3 alone. What lies in it, and how that is done, is told by the
 * `VERIFY.md` beside this file, which goes into each.
 */
export const makeBundle = async (order: ExportOrder): Promise<Uint8Array> => {
  const { document, contents, language, proof } = order;
  const wording = createWording(language);
  if (proof === null) throw new Error('A bundle was ordered without its proof');
  const files = new Map<string, Uint8Array>([
    ['VERIFY.md', await readFile(beside('VERIFY.md'))],
    ['check.py', await readFile(beside('check.py'))],
    ['records.json', text(`${JSON.stringify(document, null, 2)}\n`)],
    ['records.pdf', await renderPdf(wording, recordsSheet(wording, document, contents))],
    ...siteFiles(proof),
    ...proof.events.flatMap(eventFiles),
    ['events.tsv', text(eventIndex(proof))],
    ...document.records.flatMap(({ attachments }) =>
      attachments.flatMap(({ id, name, type }): [string, Uint8Array][] => {
        const content = contents.find(({ attachment }) => attachment === id);
        return content === undefined ? [] : [[`files/${id}/${cleanName(name, type)}`, content.bytes], [`seals/${id}.txt`, text(content.seals.map(({ nonce, tag }) => `${nonce} ${tag}\n`).join(''))]];
      }),
    ),
  ]);
  const manifest = text([...files].map(([name, bytes]) => `${toHex(sha256(bytes))}  ${name}\n`).join(''));
  files.set('MANIFEST.sha256', manifest);
  files.set('MANIFEST.sig', signBytes(openSigningKey(proof.signingKey), manifest));
  const mtime = new Date(document.made.at);
  return zipSync(Object.fromEntries([...files].map(([name, bytes]) => [name, [bytes, { mtime }]] satisfies [string, Zippable[string]])));
};

type Proof = NonNullable<ExportOrder['proof']>;

const siteFiles = ({ authority, stations, maker }: Proof): [string, Uint8Array][] => [
  ['site/authority.pem', text(new X509Certificate(authority).toString())],
  ['site/maker.txt', text(`${maker}\n`)],
  ...stations.flatMap(({ id, name, certificate, signingKey }): [string, Uint8Array][] => [
    [`site/${id}/name.txt`, text(`${name}\n`)],
    [`site/${id}/certificate.pem`, text(new X509Certificate(certificate).toString())],
    [`site/${id}/signing-key.pem`, text(openVerifyingKey(signingKey).export({ format: 'pem', type: 'spki' }).toString())],
  ]),
];

const eventFiles = (event: Proof['events'][number]): [string, Uint8Array][] => {
  const { bytes, signature, key } = event;
  if (bytes === null) return [];
  const place = placeOf(event);
  const opened = openedBody(event);
  return [
    [`events/${place}.event`, bytes],
    ...(signature === null ? [] : [[`events/${place}.sig`, fromHex(signature)] satisfies [string, Uint8Array]]),
    ...(opened === null ? [] : [[`opened/${place}.json`, opened] satisfies [string, Uint8Array]]),
    ...(opened === null || key === null ? [] : [[`keys/${key.id}.key`, fromHex(key.key)] satisfies [string, Uint8Array]]),
  ];
};

/** One line an event: station, number, number of the event that is signed for it, what it is here for, hash, kind and subject. What was left out for being somebody else's is only in here. */
const eventIndex = ({ events }: Proof): string =>
  ['station\tnumber\tsigned by\tpart\thash\tkind\tsubject', ...events.map(({ origin, seq, signedBy, part, hash, bytes, kind, subject }) => [origin, numberOf(seq), signedBy === null ? '-' : numberOf(signedBy), bytes === null ? 'hash only' : part, hash, ...(bytes === null ? ['-', '-'] : [kind, subject])].join('\t')), ''].join('\n');

const placeOf = ({ origin, seq }: Proof['events'][number]): string => `${origin}/${numberOf(seq)}`;
/** So that they lie in their order. */
const numberOf = (seq: number): string => String(seq).padStart(8, '0');
const text = (words: string): Uint8Array => Buffer.from(words, 'utf8');

/** Beside this file in the sources; in `dist/` beside the program of the thread. */
const beside = (name: string): URL => (import.meta.url.endsWith('.ts') ? new URL(name, import.meta.url) : new URL(`../document/${name}`, import.meta.url));
