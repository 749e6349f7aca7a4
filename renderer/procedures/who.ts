import type { ProcedureVersion } from '../../main/contract/index.ts';

export const whoPublished = ({ staff, station }: Pick<ProcedureVersion, 'staff' | 'station'>): string => (staff === null ? station : `${staff}, ${station}`);
