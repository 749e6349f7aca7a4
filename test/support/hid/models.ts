/** Devices to emulate: what they say of themselves, and the reports they send. */

export interface DeviceModel {
  readonly vendorId: number;
  readonly productId: number;
  readonly manufacturer: string;
  readonly product: string;
  /** Empty for the many that have none. */
  readonly serialNumber: string;
  readonly interface: number;
  /** HID report descriptor (HID 1.11, 6.2.2). */
  readonly descriptor: Buffer;
  /** One press of its first pedal or button, and letting it go. */
  readonly press: readonly number[];
  readonly release: readonly number[];
  /** A device that answers a question with its present state. */
  readonly asked?: {
    /** The output report of the question, with its report id in front. */
    readonly question: readonly number[];
    /** It never says anything unasked. */
    readonly onlyThen: boolean;
    /** What the answer looks like beside the same state told unasked. */
    readonly answer: (state: readonly number[]) => readonly number[];
  };
  /** A relay board with so many contacts. */
  readonly contacts?: number;
}

const base = { manufacturer: '', serialNumber: '', interface: 0 };
const bytes = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

/** Three buttons and five spare bits, then a spare byte: `01 00`, `02 00`, `04 00`. */
export const vecPedal: DeviceModel = {
  ...base,
  vendorId: 0x05f3,
  productId: 0x00ff,
  manufacturer: 'VEC',
  product: 'VEC USB Footpedal',
  descriptor: bytes('050c 0901 a101 0509 1901 2903 1500 2501 7501 9503 8102 7505 9501 8101 7508 9501 8101 c0'),
  press: [0x01, 0],
  release: [0, 0],
};

/** A joystick with eight buttons in one byte. */
export const philipsPedal: DeviceModel = {
  ...base,
  vendorId: 0x0911,
  productId: 0x1844,
  manufacturer: 'Philips',
  product: 'Foot Control',
  descriptor: bytes('0501 0904 a101 0509 1901 2908 1500 2501 7501 9508 8102 c0'),
  press: [0x02],
  release: [0x00],
};

/** "Generate data": the answer has bit 1 of byte 1 set. */
const xKeysAsked = { question: [0, 177, ...Array<number>(34).fill(0)], onlyThen: false, answer: (state: readonly number[]) => state.with(1, 2) };

const xKeys = { ...base, asked: xKeysAsked, vendorId: 0x05f3, manufacturer: 'P. I. Engineering', descriptor: bytes('060c00 0901 a101 0901 1500 26ff00 7508 9524 8102 c0') };

/** 36 bytes with a time stamp in milliseconds, most significant byte first. */
const xKeysReport = (buttons: number, stampAt: number, milliseconds: number): readonly number[] => {
  const report = Buffer.alloc(36);
  report[2] = buttons;
  report.writeUInt32BE(milliseconds, stampAt);
  return [...report];
};

export const xKeysPedal: DeviceModel = {
  ...xKeys,
  productId: 0x0438,
  product: 'XK-3 Foot Pedal',
  press: xKeysReport(0x08, 18, 123_456),
  release: xKeysReport(0x00, 18, 124_321),
};

/** What the switch interface reports while no plug is in its socket. */
export const noPlug: readonly number[] = xKeysReport(0x08, 31, 125_000);

/** With a plug in its socket. */
export const switchInterface: DeviceModel = {
  ...xKeys,
  productId: 0x04c5,
  product: 'XK-3 Switch Interface',
  press: xKeysReport(0x06, 31, 123_456),
  release: xKeysReport(0x04, 31, 124_321),
};

/** A boot keyboard that types `b`, as a cheap foot switch does. */
export const keyboardPedal: DeviceModel = {
  ...base,
  vendorId: 0x5131,
  productId: 0x2019,
  manufacturer: 'GZIOT',
  product: 'USBSW',
  descriptor: bytes('0501 0906 a101 0507 19e0 29e7 1500 2501 7501 9508 8102 9501 7508 8101 9506 7508 1500 2565 0507 1900 2965 8100 c0'),
  press: [0, 0, 0x05, 0, 0, 0, 0, 0],
  release: [0, 0, 0, 0, 0, 0, 0, 0],
};

/** A game pad of no known make with numbered reports: id 4, two axes at rest at 80, eight buttons. */
export const unknownDevice: DeviceModel = {
  ...base,
  vendorId: 0x1234,
  productId: 0xabcd,
  manufacturer: 'Acme',
  product: 'Big Button',
  serialNumber: 'A-17',
  descriptor: bytes('0501 0905 a101 8504 0930 0931 1500 26ff00 7508 9502 8102 0509 1901 2908 2501 7501 9508 8102 c0'),
  press: [4, 0x80, 0x80, 0x10],
  release: [4, 0x80, 0x80, 0x00],
};

export const mouse: DeviceModel = {
  ...base,
  vendorId: 0x046d,
  productId: 0xc077,
  manufacturer: 'Logitech',
  product: 'USB Optical Mouse',
  descriptor: bytes('0501 0902 a101 0901 a100 0509 1901 2903 1500 2501 9503 7501 8102 9501 7505 8101 0501 0930 0931 1581 257f 7508 9502 8106 c0c0'),
  press: [1, 0, 0],
  release: [0, 0, 0],
};

/** Says nothing unasked. 15: the lid is shut, 16: pressed, 17: the lid is open. */
export const bigRedButton: DeviceModel = {
  ...base,
  vendorId: 0x1d34,
  productId: 0x000d,
  manufacturer: 'Dream Link',
  product: 'USB Missile Button',
  descriptor: bytes('0610ff 0901 a101 0901 1500 26ff00 7508 9508 8102 0901 7508 9508 9102 c0'),
  press: [16, 0, 0, 0, 0, 0, 0, 0],
  release: [17, 0, 0, 0, 0, 0, 0, 0],
  asked: { question: [0, 8, 0, 0, 0, 0, 0, 0, 2], onlyThen: true, answer: (state) => state },
};
export const lidShut: readonly number[] = [15, 0, 0, 0, 0, 0, 0, 0];

/** All boards of this make report one and the same serial number. */
export const relayBoard: DeviceModel = {
  ...base,
  vendorId: 0x16c0,
  productId: 0x05df,
  manufacturer: 'www.dcttech.com',
  product: 'USBRelay2',
  serialNumber: '0',
  descriptor: bytes('0600ff 0901 a101 1500 26ff00 7508 9508 0900 b2 0201 c0'),
  press: [],
  release: [],
  contacts: 2,
};

/** A foot switch that sends keys, and is known to type on the screen when it is held down for long. */
export const pcSensorPedal: DeviceModel = { ...keyboardPedal, vendorId: 0x3553, productId: 0xb001, manufacturer: 'PCsensor', product: 'FootSwitch' };
