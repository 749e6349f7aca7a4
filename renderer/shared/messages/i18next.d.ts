import 'i18next';
import type { english } from './english.ts';

/** Keys and namespaces are checked by the compiler. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shared';
    resources: typeof english;
  }
}
