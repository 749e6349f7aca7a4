import { navigate as goTo, useHashLocation } from 'wouter/use-hash-location';

type Navigate = typeof goTo;

/** The page that an address belongs to: `people` for `/people/file/1`, nothing for the noticeboard. */
const pageOf = (address: string): string => address.split('/')[1] ?? '';

/**
 * Whether whoever was last on the page `from` may lead on while the window shows `now`. An answer that comes late must not open a private page again over a noticeboard that was blanked in the
 * meantime; back to the noticeboard leads everything.
 */
export const mayLeadOn = (from: string, now: string, to: string): boolean => pageOf(to) === '' || pageOf(from) === pageOf(now);

/** Where the window is, and how to go elsewhere: from the page that one is on, not from one that was left. */
export const usePageLocation = (): [string, Navigate] => {
  const [location] = useHashLocation();
  return [
    location,
    (to, options) => {
      if (mayLeadOn(location, `/${window.location.hash.replace(/^#?\/?/, '')}`, to)) goTo(to, options);
    },
  ];
};
usePageLocation.hrefs = (href: string): string => `#${href}`;
