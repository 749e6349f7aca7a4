/**
 * CRC-16/ARC: polynomial 0x8005 reflected (0xA001), start value 0, as SIA DC-09 uses it. Some public code takes CRC-16/CCITT instead;
 * published frames hold with this one only.
 */
export const crc16 = (bytes: Uint8Array): number => {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc % 2 === 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
  }
  return crc;
};
