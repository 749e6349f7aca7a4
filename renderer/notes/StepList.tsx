import type { Procedure, Step } from '../../main/contract/index.ts';
import { StepRow } from './StepRow.tsx';
import classes from './StepList.module.css';
import type { Walk } from './useRun.ts';

interface StepListProps {
  readonly steps: readonly Step[];
  readonly procedure: Procedure;
  readonly walk: Walk;
}

/** Steps to tick; the steps within a step stand below it, indented. */
export const StepList = ({ steps, procedure, walk }: StepListProps) => (
  <ul className={classes.list}>
    {steps.map((step) => (
      <li key={step.id}>
        <StepRow step={step} procedure={procedure} walk={walk} />
        {step.steps !== undefined && <StepList steps={step.steps} procedure={procedure} walk={walk} />}
      </li>
    ))}
  </ul>
);
