import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './FieldGroup.module.css';

interface Props {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly children: ReactNode;
}

/** Fields that belong together under one title. */
export const FieldGroup = ({ title, hint, children }: Props) => (
  <fieldset className={classes.group}>
    <legend>{title}</legend>
    {hint !== undefined && (
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
    )}
    {children}
  </fieldset>
);
