import { createCodes } from '../../main/station/staff/codes.ts';

/** Real scrypt at the least cost there is: at a sound one (`test/unit/station/staff/codes.test.ts`) the tests would spend most of their time on it. */
export const quickCodes = createCodes({ n: 16, r: 1, p: 1 });
