import { useQuery } from '@tanstack/react-query';
import type { Status } from '../../main/contract/index.ts';
import { siteStations } from '../settings/siteStations.ts';
import { useStation } from '../shared/connection/hooks.tsx';
import { compareNames } from '../shared/locale.ts';
import { SingleDays } from './SingleDays.tsx';
import { useRota } from './useRota.ts';
import { WeekRota } from './WeekRota.tsx';

/** Who is on which desk when: the ordinary week, and the days that are unlike it. */
export const RotaSettings = ({ status }: { readonly status: Status }) => {
  const client = useStation();
  const rota = useRota();
  const people = useQuery({ queryKey: ['people', 'list'], queryFn: ({ signal }) => client.staff.list(undefined, { signal }), staleTime: 0 });
  if (rota === undefined || people.data === undefined) return null;
  const choices = { people: people.data.toSorted((one, other) => compareNames(one.name, other.name)), stations: siteStations(status) };
  return (
    <>
      <WeekRota rota={rota} {...choices} />
      <SingleDays rota={rota} {...choices} />
    </>
  );
};
