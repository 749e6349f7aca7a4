import { fileURLToPath } from 'node:url';

/** Beside the programs in `dist/`, where every file lies one folder deep; in its package among the sources. */
const pathOf = (folder: string, file: string): string => fileURLToPath(import.meta.url.endsWith('.ts') ? import.meta.resolve(`@expo-google-fonts/inter/${folder}/${file}`) : new URL(`../document/fonts/${file}`, import.meta.url));

/** The typeface of the window, with everything it has beyond Latin. */
export const fontFiles = {
  normal: pathOf('400Regular', 'Inter_400Regular.ttf'),
  bold: pathOf('600SemiBold', 'Inter_600SemiBold.ttf'),
} as const;
