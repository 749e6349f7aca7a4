import type { DeviceMatch } from '../main/contract/trigger.ts';

/** V-USB gives this id to any HID device: only the product name tells a relay board. */
export const relayIds = { vendorId: 0x16c0, productId: 0x05df } as const;

/** How many contacts a device has as a relay board (`USBRelay1` to `USBRelay8`); null for what is none. */
export const relayContacts = ({ match, product }: { readonly match: DeviceMatch; readonly product: string }): number | null => {
  const contacts = /^USBRelay([1-8])$/.exec(product)?.[1];
  return match.vendorId === relayIds.vendorId && match.productId === relayIds.productId && contacts !== undefined ? Number(contacts) : null;
};
