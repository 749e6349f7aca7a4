import { shadesOf } from '../../main/contract/index.ts';
import classes from './Reports.module.css';

interface Props {
  readonly title: string;
  readonly weekday: string;
  readonly weekdays: readonly string[];
  readonly hours: readonly (readonly number[])[];
}

/** A square an hour of the week, the darker the more: chart and table in one. */
export const HourMap = ({ title, weekday, weekdays, hours }: Props) => {
  const shades = shadesOf(hours);
  return (
    <table className={classes.map} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{weekday}</th>
          {Array.from({ length: 24 }, (_, hour) => (
            <th key={hour} scope="col">
              {hour}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hours.map((row, day) => (
          <tr key={day}>
            <th scope="row">{weekdays[day]}</th>
            {row.map((count, hour) => (
              <td key={hour} data-shade={shades[day]?.[hour]}>
                {count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
