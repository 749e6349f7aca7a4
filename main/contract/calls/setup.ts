import { createSiteSchema, joinSiteSchema, setupStateSchema } from '../station.ts';
import { base, nothing } from './base.ts';

export const setupCalls = {
  state: base.output(setupStateSchema),
  /** Makes the site, its authority and this station. Signs the administrator in at the calling window. */
  createSite: base.input(createSiteSchema).output(nothing),
  joinSite: base.input(joinSiteSchema).output(nothing),
};
