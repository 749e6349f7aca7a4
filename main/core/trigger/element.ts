import type { Element } from '../../contract/trigger.ts';

/**
 * Whether an element is pressed in a report as node-hid delivers it; null when this report does not say: it is of
 * another kind, or too short. Never throws, whatever the bytes.
 *
 * On every system node-hid gives a numbered report with its id as byte 0, and an unnumbered one without any id byte. Hence
 * `reportId` 0 stands for "this device does not number its reports": every report of it counts, and byte 0 is data. Any
 * other `reportId` must stand in byte 0, which then is never data itself.
 */
export const isPressed = (element: Element, report: Uint8Array): boolean | null => {
  if (element.reportId !== 0 && (report[0] !== element.reportId || element.byte === 0)) return null;
  const value = report[element.byte];
  return value === undefined ? null : (value & element.mask) === element.value;
};
