/**
 * The known pedals and buttons. Any other HID device works too; a profile gives it names, and keeps what is no button out
 * of "press it now".
 *
 * None of these were tried on the hardware itself by us. `source` says who did; byte offsets are those of reports as
 * node-hid delivers them, and for the unnumbered reports of all of these that is what the sources count as well.
 */
import type { Element } from '../../contract/trigger.ts';

export interface NamedElement extends Element {
  readonly name: string;
}

export interface Profile {
  readonly name: string;
  readonly vendorId: number;
  readonly productIds: readonly number[];
  readonly elements: readonly NamedElement[];
  /** Bits that change without anybody pressing: time stamps, plug sensors. Never taken for a button. */
  readonly restless: readonly { readonly byte: number; readonly mask: number }[];
  /** Nothing but `elements` is a button: what they stand in holds one of several values, and no bits. */
  readonly onlyElements: boolean;
  /** Says that the switch is plugged into its interface; null where there is no such thing. */
  readonly plug: Element | null;
  /** How the device is asked for its state; null for those that say everything by themselves. */
  readonly poll: Poll | null;
  /** Where the device sends other things than buttons in like reports: what a report of its buttons looks like. */
  readonly buttonReport: Element | null;
  /** What whoever binds it must know; null where there is nothing. */
  readonly caution: string | null;
  readonly source: string;
}

export interface Poll {
  /** The output report, with the leading 0 that node-hid wants for a device without report ids. */
  readonly write: readonly number[];
  /** What an answer looks like beside a report that comes by itself; null: all are answers. */
  readonly answer: Element | null;
  /** Milliseconds between two questions. */
  readonly every: number;
  /** Milliseconds without an answer after which it counts as unreadable; null: it may be silent. */
  readonly silentAfter: number | null;
}

const bit = (name: string, byte: number, mask: number): NamedElement => ({ name, reportId: 0, byte, mask, value: mask });
const timeStampAt = (byte: number) => [0, 1, 2, 3].map((offset) => ({ byte: byte + offset, mask: 0xff }));
const plain = { restless: [], onlyElements: false, plug: null, poll: null, buttonReport: null, caution: null } as const;

/** X-keys answer queries of other programs in reports of the same kind; those have more than 3 in byte 1. */
const xKeysButtons: Element = { reportId: 0, byte: 1, mask: 0xfc, value: 0 };
/** "Generate data", command 177: it reports its present state, which else nobody knows before the first change. 36 bytes. */
const xKeysPoll: Poll = { write: [0, 177, ...Array<number>(34).fill(0)], answer: { reportId: 0, byte: 1, mask: 0x02, value: 0x02 }, every: 1000, silentAfter: null };

const philipsButtons = [bit('left pedal', 0, 0x01), bit('middle pedal', 0, 0x02), bit('right pedal', 0, 0x04), bit('top pedal', 0, 0x08)];

export const profiles: readonly Profile[] = [
  {
    ...plain,
    name: 'VEC / Infinity foot pedal',
    vendorId: 0x05f3,
    productIds: [0x00ff],
    elements: [bit('left pedal', 0, 0x01), bit('middle pedal', 0, 0x02), bit('right pedal', 0, 0x04)],
    source: 'github.com/fenimore/scribouillage, github.com/georgemck/vec-footpedal-hid-linux',
  },
  {
    ...plain,
    name: 'Philips foot control ACC2310/2320',
    vendorId: 0x0911,
    productIds: [0x1844],
    elements: philipsButtons,
    source: 'github.com/GoogleChromeLabs/dictation_support (through WebHID, which strips report ids: that there are none is an assumption)',
  },
  {
    ...plain,
    name: 'Philips foot control ACC2330',
    vendorId: 0x0911,
    productIds: [0x091a],
    elements: philipsButtons,
    source: 'as for the ACC2310',
  },
  {
    ...plain,
    name: 'X-keys XK-3 foot pedal',
    vendorId: 0x05f3,
    productIds: [0x0438, 0x043a],
    elements: [bit('left pedal', 2, 0x02), bit('middle pedal', 2, 0x04), bit('right pedal', 2, 0x08)],
    restless: timeStampAt(18),
    poll: xKeysPoll,
    buttonReport: xKeysButtons,
    source: 'github.com/SuperFlyTV/xkeys',
  },
  {
    ...plain,
    name: 'X-keys switch interface',
    vendorId: 0x05f3,
    productIds: [0x04c5, 0x04c8],
    elements: [bit('switch 1', 2, 0x02), bit('switch 2', 2, 0x01), bit('switch 3', 2, 0x10)],
    // The third bit of byte 2 says that a plug is in the socket, the fourth the contrary.
    restless: [{ byte: 2, mask: 0x0c }, ...timeStampAt(31)],
    plug: { reportId: 0, byte: 2, mask: 0x04, value: 0x04 },
    poll: xKeysPoll,
    buttonReport: xKeysButtons,
    source: 'github.com/SuperFlyTV/xkeys',
  },
  {
    ...plain,
    name: 'Dream Cheeky Big Red Button',
    vendorId: 0x1d34,
    productIds: [0x000d],
    // 15: the lid is shut, 16: pressed, 17: the lid is open.
    elements: [{ name: 'button', reportId: 0, byte: 0, mask: 0xff, value: 16 }],
    onlyElements: true,
    poll: { write: [0, 8, 0, 0, 0, 0, 0, 0, 2], answer: null, every: 40, silentAfter: 1000 },
    source: 'github.com/miguelmota/big-red-button, github.com/sf7ru/arsenal',
  },
  ...[
    { vendorId: 0x0c45, productIds: [0x7403, 0x7404] },
    { vendorId: 0x413d, productIds: [0x2107] },
    { vendorId: 0x1a86, productIds: [0xe026, 0xe02d] },
    { vendorId: 0x3553, productIds: [0xb001, 0xc010] },
  ].map((ids) => ({
    ...plain,
    ...ids,
    name: 'PCsensor foot switch',
    // What it sends is programmed into it by its owner, so there are no fixed elements.
    elements: [],
    caution:
      'Not recommended: some of these type on the screen when they are held down for several seconds, which gives the user away. A VEC, Philips or X-keys pedal does not.',
    source: 'github.com/rgerganov/footswitch, issue 61',
  })),
];

export const profileOf = (ids: { readonly vendorId: number; readonly productId: number }): Profile | null =>
  profiles.find((profile) => profile.vendorId === ids.vendorId && profile.productIds.includes(ids.productId)) ?? null;
