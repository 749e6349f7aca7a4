import type { TextInputProps } from '@mantine/core';

/** A quiet word below what was typed, where other fields have their error: the value is possible, and more often a slip of the pen. Nothing waits for it. */
export const doubtBelow = (doubt: string | undefined): Pick<TextInputProps, 'description' | 'inputWrapperOrder'> => (doubt === undefined ? {} : { description: doubt, inputWrapperOrder: ['label', 'input', 'description', 'error'] });
