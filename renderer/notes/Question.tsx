import type { Procedure, Section } from '../../main/contract/index.ts';
import { FullWording, MoreButton, useMore } from './More.tsx';
import classes from './Question.module.css';
import { StepList } from './StepList.tsx';
import type { Walk } from './useRun.ts';

interface QuestionProps {
  readonly question: Extract<Section, { type: 'question' }>;
  readonly procedure: Procedure;
  readonly walk: Walk;
}

/** A question; the chosen answer opens its steps, and another one may be chosen at any time. */
export const Question = ({ question, procedure, walk }: QuestionProps) => {
  const given = walk.run?.answers.findLast((answer) => answer.question === question.id)?.answer;
  const chosen = question.answers.find(({ id }) => id === given);
  return (
    <>
      <div className={classes.answers} role="group" aria-label={question.title.discreet}>
        {question.answers.map((answer) => (
          <Answer key={answer.id} wording={answer.wording} chosen={answer.id === given} onChoose={() => void walk.answer(question.id, answer.id)} />
        ))}
      </div>
      {chosen !== undefined && <StepList steps={chosen.steps} procedure={procedure} walk={walk} />}
    </>
  );
};

interface AnswerProps {
  readonly wording: Procedure['title'];
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

const Answer = ({ wording, chosen, onChoose }: AnswerProps) => {
  const more = useMore();
  return (
    <div className={classes.answer} onKeyDown={more.onKeyDown}>
      <div className={classes.row}>
        <button type="button" className={classes.choose} aria-pressed={chosen} onClick={onChoose}>
          {wording.discreet}
        </button>
        <MoreButton about={wording.discreet} more={more} />
      </div>
      {more.shown && <FullWording text={wording.full} />}
    </div>
  );
};
