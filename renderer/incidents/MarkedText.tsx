import type { TextPart } from '../../main/contract/index.ts';
import classes from './RecordList.module.css';

/** Text with what was searched for marked in it. */
export const MarkedText = ({ parts }: { readonly parts: readonly TextPart[] }) =>
  parts.map(({ text, hit }, index) =>
    hit ? (
      <mark key={index} className={classes.mark}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
