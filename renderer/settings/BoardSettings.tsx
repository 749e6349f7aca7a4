import { useTranslation } from 'react-i18next';
import type { Board, BoardSettings as BoardContents } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { LinePairs } from './LinePairs.tsx';
import type { LinePair } from './LinePairs.tsx';
import { SettingRow } from './SettingRow.tsx';

interface BoardSettingProps {
  readonly board: Board;
}
type Part = keyof BoardContents;

/** One part of the noticeboard as lines of two fields. The other parts are sent along as they are. */
const BoardPart = ({ part, board, pairs, longest, toContents }: BoardSettingProps & {
  readonly part: Part;
  readonly pairs: readonly LinePair[];
  readonly longest: number;
  readonly toContents: (pairs: readonly LinePair[]) => Partial<BoardContents>;
}) => {
  const { t } = useTranslation('settings');
  const { hours, rota, numbers } = board;
  const change = useCommand((client, contents: Partial<BoardContents>) => client.board.change({ hours, rota, numbers, ...contents }));
  return (
    <SettingRow wide title={t(`${part}.title`)} hint={t(`${part}.hint`)} source="site">
      <LinePairs
        of={part}
        labels={[t(`${part}.first`), t(`${part}.second`)]}
        pairs={pairs}
        longest={longest}
        busy={change.busy}
        problem={change.problem}
        onSave={async (edited) => (await change.run(toContents(edited))).ok}
      />
    </SettingRow>
  );
};

export const HoursSetting = ({ board }: BoardSettingProps) => (
  <BoardPart
    part="hours"
    board={board}
    longest={10}
    pairs={board.hours.map(({ days, hours }) => [days, hours])}
    toContents={(pairs) => ({ hours: pairs.map(([days, hours]) => ({ days, hours })) })}
  />
);

export const RotaSetting = ({ board }: BoardSettingProps) => (
  <BoardPart
    part="rota"
    board={board}
    longest={30}
    pairs={board.rota.map(({ desk, who }) => [desk, who])}
    toContents={(pairs) => ({ rota: pairs.map(([desk, who]) => ({ desk, who })) })}
  />
);

export const NumbersSetting = ({ board }: BoardSettingProps) => (
  <BoardPart
    part="numbers"
    board={board}
    longest={30}
    pairs={board.numbers.map(({ label, dial }) => [label, dial])}
    toContents={(pairs) => ({ numbers: pairs.map(([label, dial]) => ({ label, dial })) })}
  />
);
