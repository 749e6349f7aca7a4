import { expect, test } from 'vitest';
import { startHttpPeer } from './channel/httpPeer.ts';
import { createHeldSite, documentOf, webhookTo, type HeldSite } from './heldSite.ts';

export const everyone = { to: 'everyone' };
export const outside = { to: 'channel', channel: 'outside' };
export const planOf = (steps: readonly object[]) => ({ plans: [{ id: 'colleagues', name: 'Colleagues', steps }] });

/** What came out of the site: occasion, who sent it, and its name. */
interface Told {
  readonly occasion: string;
  readonly sentBy: string;
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
}

/** The far end of the channel "outside": a real HTTP server. */
interface Receiver {
  readonly port: number;
  readonly answerWith: (status: number) => void;
  readonly told: () => readonly Told[];
}

interface PlannedSite {
  readonly receiver: Receiver;
  /** Front, Office and Children, with a clock that the test holds. */
  readonly site: HeldSite;
  /** Saves a channel to the receiver, and the plans that use it. */
  readonly save: (document: object, channel?: Parameters<typeof webhookTo>[2]) => void;
  readonly told: () => readonly Told[];
  readonly occasions: () => readonly string[];
  readonly seenAt: (name: string, alarm: string) => ReturnType<ReturnType<HeldSite['desk']>['alarms']['find']>;
}

/** A test on three stations whose plans lead out of the site. */
export const it = test.extend<PlannedSite>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from its pattern
  receiver: async ({}, use) => {
    let status = 200;
    const peer = await startHttpPeer(null, (response) => {
      response.statusCode = status;
      response.end('told');
    });
    await use({
      port: peer.port,
      answerWith: (next) => {
        status = next;
      },
      told: () => peer.requests.map(({ body }) => JSON.parse(body) as Told),
    });
    await peer.close();
  },
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from its pattern
  site: async ({}, use) => {
    const site = await createHeldSite('Front', 'Office', 'Children');
    await use(site);
    await site.close();
  },
  save: ({ site, receiver }, use) =>
    use((document, channel = {}) => {
      const office = site.desk('Office');
      expect(office.waysOut.channels.save(webhookTo('outside', receiver.port, channel), null)).toMatchObject({ ok: true });
      expect(office.plans.save(documentOf(document), null)).toEqual({ ok: true, value: undefined });
    }),
  told: ({ receiver }, use) => use(receiver.told),
  occasions: ({ receiver }, use) => use(() => receiver.told().map(({ occasion }) => occasion)),
  seenAt: ({ site }, use) => use((name, alarm) => site.desk(name).alarms.find(alarm)),
});
