import type { StaffReference } from '../../contract/alarm.ts';

/** What an event's body says, without who did it and where. */
export const withoutDoer = <Body extends { readonly station?: string | undefined; readonly staff?: StaffReference | null | undefined }>({ station: _station, staff: _staff, ...what }: Body): Omit<Body, 'station' | 'staff'> => what;
