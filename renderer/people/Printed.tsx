import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import classes from './Printed.module.css';

interface Props {
  readonly print: string;
  /** Other ways to take it along, beside the printing. */
  readonly besides?: ReactNode;
  readonly children: ReactNode;
}

/** A page with its preview. What is printed stands outside of the window's frame, which scrolls and would cut it off: so nothing in it may have an id. */
export const Printed = ({ print, besides, children }: Props) => (
  <>
    <Group>
      <Button leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
        {print}
      </Button>
      {besides}
    </Group>
    <div className={classes.preview}>{children}</div>
    {createPortal(
      <div className={classes.copy} aria-hidden>
        {children}
      </div>,
      document.body,
    )}
  </>
);
