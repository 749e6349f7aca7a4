import { createSufferer, type Moment } from './losePower.ts';
import { workNames, type WorkName } from './works.ts';

/** About how long opening a folder and one round take: a kill falls anywhere within. Milliseconds. */
const opening = 150;
const round: Readonly<Record<WorkName, number>> = { commit: 10, migration: 60, rebuild: 100, erasure: 15, backup: 150 };
/** So many kills in a hundred while the folder is being opened. */
const early = 0.25;
const mostRounds = 5;

export interface Suffered {
  readonly problems: readonly string[];
  readonly acknowledged: number;
}

/** So many kills, of each work equally often, the works beside one another. Returns what was wrong after any of them, and how many writes were acknowledged by then. */
export const losePowerOften = async (kills: number, roll: () => number): Promise<Suffered> => {
  const moments = Array.from({ length: kills }, (_, kill): { readonly name: WorkName; readonly moment: Moment } => {
    const name = workNames[kill % workNames.length] ?? 'commit';
    const isEarly = roll() < early;
    return { name, moment: { rounds: isEarly ? 0 : 1 + Math.floor(roll() * mostRounds), milliseconds: roll() * (isEarly ? opening : round[name]) } };
  });
  const suffered = await Promise.all(
    workNames.map(async (name): Promise<Suffered> => {
      const sufferer = await createSufferer(name);
      const problems: string[] = [];
      try {
        for (const { moment } of moments.filter((each) => each.name === name)) problems.push(...(await sufferer.suffer(moment)));
        return { problems, acknowledged: sufferer.acknowledged() };
      } finally {
        sufferer.close();
      }
    }),
  );
  return { problems: suffered.flatMap(({ problems }) => problems), acknowledged: suffered.reduce((sum, { acknowledged }) => sum + acknowledged, 0) };
};
