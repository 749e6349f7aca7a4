import type { StaffReference } from '../../contract/alarm.ts';
import { done, type Result } from '../../contract/problem.ts';
import type { SiteSettings } from '../../contract/siteSettings.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { standardSiteSettings } from '../../core/site/foldSiteSettings.ts';
import { byWhom, type StationContext } from '../context.ts';

/** What holds on every terminal of the site. */
export interface SiteRules {
  readonly settings: () => SiteSettings;
  readonly change: (settings: Partial<SiteSettings>, staff: StaffReference | null) => Result<SiteSettings>;
}

const subject = subjectOf('settings', 'site');

export const createSiteRules = (context: StationContext): SiteRules => {
  const { ledger } = context;
  const settings = (): SiteSettings => ledger.state('settings', subject) ?? standardSiteSettings;
  return {
    settings,
    change: (changed, staff) => {
      const appended = ledger.append([{ kind: 'SiteSettingsChanged', subject, body: { ...changed, ...byWhom(context, staff) } }]);
      return appended.ok ? done(settings()) : appended;
    },
  };
};
