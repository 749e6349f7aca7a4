import { siteSettingsSchema, type SiteSettings } from '../../contract/siteSettings.ts';
import type { Event } from '../event/catalogue.ts';
import { withoutDoer } from '../event/withoutDoer.ts';

export const standardSiteSettings: SiteSettings = siteSettingsSchema.parse({});

export const foldSiteSettings = (events: readonly Event[]): SiteSettings => {
  let settings = standardSiteSettings;
  for (const event of events) {
    if (event.kind === 'SiteSettingsChanged') settings = { ...settings, ...withoutDoer(event.body) };
  }
  return settings;
};
