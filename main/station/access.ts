import type { StaffReference } from '../contract/alarm.ts';
import { failed, type Result } from '../contract/problem.ts';
import type { Capability } from '../contract/staff.ts';
import { give } from './answers.ts';
import { siteMissing, type StationParts } from './enrolledStation.ts';
import type { Door } from './station.ts';

/** What a carrier tells of every call. */
export interface CallContext {
  readonly door: Door;
}

/** Answers a call with what a part of the station makes of it, in the name of whoever is signed in. */
type Answering<Input, Output> = (call: { readonly input: Input; readonly context: CallContext }) => Promise<Output>;
type Doing<Input, Output> = (station: StationParts, input: Input, by: StaffReference | null) => Result<Output> | Promise<Result<Output>>;

/** Each contract call says which of these it needs, and gets the station's parts only through it. */
export interface Access {
  /** Anybody at the terminal, whoever is signed in: the noticeboard, calls for help and answers to them. */
  readonly anybody: (door: Door) => StationParts;
  /** Somebody signed in who may do that (see `main/core/staff/permissions.ts`), or the command line. Counts as a sign of life of whoever is signed in. */
  readonly whoMay: (capability: Capability, door: Door) => StationParts;
  /** The same for what a window asks for by itself, whether or not anybody sits there: the later items of a subscription. */
  readonly watching: (capability: Capability, door: Door) => StationParts;
  /** What anybody does, in the name of whoever is signed in. */
  readonly acting: <Input, Output>(run: Doing<Input, Output>) => Answering<Input, Output>;
  /** What somebody does who may. */
  readonly changing: <Input, Output>(capability: Capability, run: Doing<Input, Output>) => Answering<Input, Output>;
}

export const createAccess = (parts: () => StationParts | null): Access => {
  const anybody = (): StationParts => parts() ?? give(siteMissing());
  const watching: Access['watching'] = (capability, door) => {
    const station = anybody();
    if (isAllowed(station, capability, door)) return station;
    const { staff, choosesPin } = station.staff.session();
    if (staff === null) return give(failed('SignInRequired', 'This needs somebody who is signed in.', 'Choose your name and type your PIN.'));
    if (choosesPin) return give(failed('RoleInsufficient', 'Your PIN was chosen by somebody else.', 'Choose one of your own first.'));
    return give(failed('RoleInsufficient', 'This is not among what your role may do.', 'Ask an administrator of this site.'));
  };
  const whoMay: Access['whoMay'] = (capability, door) => {
    const station = watching(capability, door);
    if (door === 'window') station.staff.noteActivity();
    return station;
  };
  const answering =
    <Input, Output>(find: (door: Door) => StationParts, run: Doing<Input, Output>): Answering<Input, Output> =>
    async ({ input, context: { door } }) => {
      const station = find(door);
      return give(await run(station, input, actor(station, door)));
    };
  return { anybody, watching, whoMay, acting: (run) => answering(anybody, run), changing: (capability, run) => answering((door) => whoMay(capability, door), run) };
};

/** For what anybody may do in part. The command line belongs to IT and may do everything. */
export const isAllowed = ({ staff }: StationParts, capability: Capability, door: Door): boolean => door === 'command' || staff.session().capabilities.includes(capability);

/** Who acts: the person signed in at the window; the command line acts for the station itself. */
export const actor = (station: StationParts, door: Door): StaffReference | null => (door === 'window' ? station.staff.reference() : null);
