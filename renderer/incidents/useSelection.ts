import { useLocation } from 'wouter';

const base = '/records';

export interface Selection {
  /** The key of the line that the address names (`draft/ID`, `incident/ID` …); empty when it names none. */
  readonly selectedKey: string;
  readonly select: (key: string, how?: { readonly replace: boolean }) => void;
}

/** What is chosen stands in the address, so that going back and links from elsewhere work. */
export const useSelection = (): Selection => {
  const [location, navigate] = useLocation();
  return {
    selectedKey: location.startsWith(`${base}/`) ? location.slice(base.length + 1) : '',
    select: (key, how) => navigate(key === '' ? base : `${base}/${key}`, how),
  };
};
