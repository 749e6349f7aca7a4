import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runChaos } from '../support/chaos/runChaos.ts';
import { reportNotRun } from '../support/notRun.ts';
import { seedOf } from '../support/random/seed.ts';
import { createSiteNetwork, whyNoLoss, type SiteNetwork } from '../support/siteNetwork.ts';

const name = 'five stations in a network that falls apart and comes together';
const unable = whyNoLoss();
if (unable !== null) reportNotRun(name, unable);
const lasting = 10_000;

describe.runIf(unable === null)(name, () => {
  let network: SiteNetwork;
  beforeAll(async () => {
    network = await createSiteNetwork(5);
  });
  afterAll(() => network.close());

  it('hold the same events and show the same after it healed, with every write that was acknowledged', { timeout: 200_000 }, async () => {
    const { problems, ...counts } = await runChaos({ seed: seedOf('chaos'), lasting, network });
    console.info(JSON.stringify(counts));
    expect(problems).toEqual([]);
    expect(counts.acknowledged).toBeGreaterThan(0);
  });
});
