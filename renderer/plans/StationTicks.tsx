import { Text } from '@mantine/core';
import { Tick } from '../settings/Tick.tsx';
import classes from './Plans.module.css';

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
  return (
    <fieldset className={classes.group}>
      <legend>{title}</legend>
      {hint !== undefined && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
      <div className={classes.ticks}>
        {[...stations, ...gone].map(([id, name]) => (
          <Tick key={id} label={name} ticked={chosen.includes(id)} onTick={(ticked) => onChange(ticked ? [...chosen, id] : chosen.filter((each) => each !== id))} />
        ))}
      </div>
    </fieldset>
  );
};
