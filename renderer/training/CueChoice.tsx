import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CueSet } from '../desk/Cues.tsx';
import { ChoiceCards } from '../shared/ChoiceCards.tsx';
import { CueLegend } from './CueLegend.tsx';
import { CuePicture } from './CuePicture.tsx';

const sets: readonly CueSet[] = ['separator', 'mark', 'rule'];

interface CueChoiceProps {
  readonly label: string;
  readonly value: CueSet;
  readonly onChoose: (set: CueSet) => void;
  readonly focusFirst?: boolean;
}

/** The three cue sets to choose one; below, all shapes of the chosen one, large. */
export const CueChoice = ({ label, value, onChoose, focusFirst = false }: CueChoiceProps) => {
  const { t } = useTranslation('training');
  return (
    <>
      <Radio.Group aria-label={label} value={value} onChange={(chosen) => onChoose(sets.find((set) => set === chosen) ?? value)}>
        <ChoiceCards columns="wide" focusFirst={focusFirst} choices={sets.map((set) => ({ value: set, label: t(`cueSet.${set}`), picture: <CuePicture set={set} state="heard" /> }))} />
      </Radio.Group>
      <CueLegend set={value} />
    </>
  );
};
