import { TickGroup } from '../settings/TickGroup.tsx';

interface Props {
  readonly title: string;
  readonly hint?: string;
  /** Names by id. */
  readonly stations: ReadonlyMap<string, string>;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Some of the desks. One that is not there any more stays chosen until somebody takes it out. */
export const StationTicks = ({ title, hint, stations, chosen, onChange }: Props) => {
  const gone = chosen.filter((id) => !stations.has(id)).map((id) => [id, id.slice(0, 8)] as const);
  return <TickGroup title={title} hint={hint} choices={[...stations, ...gone].map(([id, label]) => ({ id, label }))} chosen={chosen} onChange={onChange} />;
};
