import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

/** The one accent: a quiet blue-green. White on its shade 8 has a contrast of 6.1, shade 8 on paper 5.6 (AA asks for 4.5). */
const ink: MantineColorsTuple = ['#eef5f6', '#dbe8eb', '#b9d3d9', '#93bcc6', '#72a8b5', '#5d9aa9', '#4d8e9e', '#38788a', '#266577', '#185364'];

/** Warm greys of paper and print. Shade 4 draws the borders of fields: 3.4 on white (AA asks for 3). */
const paper: MantineColorsTuple = ['#faf8f3', '#f3f0e8', '#e8e4d9', '#d8d3c5', '#8f8979', '#7d7769', '#6f6a5e', '#545047', '#3b3832', '#25231f'];

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 8 },
  colors: { ink, gray: paper },
  black: '#25231f',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '600' },
  components: {
    // 44 px is the smallest target a finger hits reliably (WCAG 2.5.5); `md` is the size everything uses.
    Button: { defaultProps: { size: 'md' }, styles: { root: { minHeight: '2.75rem' } } },
    ActionIcon: { defaultProps: { size: '2.75rem', variant: 'subtle' } },
    TextInput: { defaultProps: { size: 'md' }, styles: { input: { minHeight: '2.75rem' } } },
    PasswordInput: {
      defaultProps: { size: 'md', rightSectionWidth: '2.75rem' },
      // The field itself stands within its border.
      styles: { input: { minHeight: 'calc(2.75rem + 2px)' }, innerInput: { minHeight: '2.75rem' }, visibilityToggle: { width: '2.75rem', height: '2.75rem' } },
    },
    NumberInput: { defaultProps: { size: 'md' }, styles: { input: { minHeight: '2.75rem' } } },
    Textarea: { defaultProps: { size: 'md' }, styles: { input: { minHeight: '2.75rem' } } },
    NativeSelect: { defaultProps: { size: 'md' }, styles: { input: { minHeight: '2.75rem' } } },
    Autocomplete: { defaultProps: { size: 'md' }, styles: { input: { minHeight: '2.75rem' }, option: { minHeight: '2.75rem' } } },
    SegmentedControl: { defaultProps: { size: 'md' }, styles: { label: { minHeight: '2.75rem', lineHeight: '2rem' } } },
    // The second click of a double click falls beside what the first one opened, and would close it again.
    Modal: { defaultProps: { centered: true, closeOnClickOutside: false, transitionProps: { duration: 0 } }, styles: { title: { fontSize: '1.25rem', fontWeight: 600 } } },
  },
});

/** What Mantine's own variables do not give: AA contrast for secondary text and errors, paper instead of white. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f8f6f0',
    '--mantine-color-text': '#25231f',
    '--mantine-color-dimmed': '#5f5b50',
    '--mantine-color-placeholder': '#6f6a5e',
    '--mantine-color-error': '#8a4a06',
    '--mantine-color-anchor': '#185364',
    '--mantine-color-default-border': '#8b8576',
    '--qb-sheet': '#fffdf9',
    '--qb-line': '#ddd8ca',
    '--qb-note': '#f8ecd9',
    '--qb-ink': '#266577',
    '--qb-soft': '#eef1ec',
  },
  dark: {
    // Draws the borders of fields: 3.4 on the sheet (AA asks for 3).
    '--mantine-color-dark-4': '#7d7a72',
    '--mantine-color-body': '#1d1f20',
    '--mantine-color-text': '#ece9e1',
    '--mantine-color-dimmed': '#b3aea2',
    '--mantine-color-placeholder': '#a09b8f',
    '--mantine-color-error': '#f0b366',
    '--mantine-color-anchor': '#93bcc6',
    '--mantine-color-default-border': '#7d7a72',
    '--qb-sheet': '#262829',
    '--qb-line': '#3d4041',
    '--qb-note': '#3b3122',
    '--qb-ink': '#93bcc6',
    '--qb-soft': '#2d3132',
  },
});

/** The four text sizes as the root font size in percent; everything else is measured in rem. */
export const rootFontSize = { small: '93.75%', medium: '100%', large: '115%', largest: '135%' } as const;
