import type { Procedure, Step } from '../../main/contract/index.ts';
import { FullWording, MoreButton, useMore } from './More.tsx';
import { StepOffer } from './StepOffer.tsx';
import classes from './StepList.module.css';
import type { Walk } from './useRun.ts';

interface StepRowProps {
  readonly step: Step;
  readonly procedure: Procedure;
  readonly walk: Walk;
}

export const StepRow = ({ step, procedure, walk }: StepRowProps) => {
  const more = useMore();
  const ticked = walk.run?.ticks.some((tick) => tick.step === step.id) === true;
  return (
    <div onKeyDown={more.onKeyDown}>
      <div className={classes.row}>
        <label className={classes.tick}>
          <input type="checkbox" className={classes.box} checked={ticked} onChange={(event) => void walk.tick(step.id, event.currentTarget.checked)} />
          <span className={ticked ? classes.ticked : undefined}>{step.wording.discreet}</span>
        </label>
        {step.action !== undefined && (
          <StepOffer action={step.action} step={step.wording.discreet} procedure={procedure} onUsed={() => void walk.tick(step.id, true)} />
        )}
        <MoreButton about={step.wording.discreet} more={more} />
      </div>
      {more.shown && <FullWording text={step.wording.full} />}
    </div>
  );
};
