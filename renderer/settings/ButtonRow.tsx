import type { ReactNode } from 'react';
import classes from './ButtonRow.module.css';

/** What can be done, at the end of its line. */
export const ButtonRow = ({ children }: { readonly children: ReactNode }) => <div className={classes.buttons}>{children}</div>;
