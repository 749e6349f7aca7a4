import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runChaos } from '../support/chaos/runChaos.ts';
import { reportNotRun } from '../support/notRun.ts';
import { seedOf } from '../support/random/seed.ts';
import { createSiteNetwork, whyNoLoss, type SiteNetwork } from '../support/siteNetwork.ts';

const name = 'five stations in a network that falls apart and comes together, for long';
const unable = whyNoLoss();
if (unable !== null) reportNotRun(name, unable);
const lasting = 60_000;
const runs = 5;

describe.runIf(unable === null)(name, () => {
  let network: SiteNetwork;
  beforeAll(async () => {
    network = await createSiteNetwork(5);
  });
  afterAll(() => network.close());

  const first = seedOf('chaos');
  it.each(Array.from({ length: runs }, (_, run) => first + run))('hold the same, show the same and have lost nothing, with seed %i', async (seed) => {
    const { problems, ...counts } = await runChaos({ seed, lasting, network });
    console.info(`seed ${seed}: ${JSON.stringify(counts)}`);
    expect(problems).toEqual([]);
    expect(counts.acknowledged).toBeGreaterThan(0);
  });
});
