import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startHttpPeer, type HttpPeer } from '../support/channel/httpPeer.ts';
import { documentOf, webhookTo } from '../support/heldSite.ts';
import { createRealSite, type RealDesk, type RealSite } from '../support/realSite.ts';

const messageSchema = z.object({ id: z.string(), occasion: z.string(), sentBy: z.string(), station: z.string() });

describe('an alarm of a station that is switched off for good right after the press', () => {
  let site: RealSite;
  let peer: HttpPeer;
  let office: RealDesk;
  let front: RealDesk;

  beforeAll(async () => {
    peer = await startHttpPeer(null);
    site = await createRealSite();
    office = await site.add('Office');
    front = await site.add('Front');
  });
  afterAll(async () => {
    await site.close();
    await peer.close();
  });

  it('reaches its colleagues, and is told outside by one of them, once', async () => {
    const there = await office.client();
    await there.channel.save(webhookTo('outside', peer.port));
    await there.plan.save(documentOf({ plans: [{ id: 'colleagues', name: 'Colleagues', steps: [{ after: 0, recipients: [{ to: 'everyone' }] }, { after: 4, recipients: [{ to: 'channel', channel: 'outside' }] }] }] }));
    const here = await front.client();
    await expect.poll(async () => (await here.plan.get()).plans.length, { timeout: 10_000 }).toBe(1);
    const { alarm } = await here.alarm.press({ id: uuid(), level: 'emergency', kind: 'real', source: 'device' });
    await front.stop('SIGKILL');
    await expect.poll(() => peer.requests.length, { timeout: 30_000 }).toBe(1);
    expect(messageSchema.parse(JSON.parse(peer.requests[0]?.body ?? ''))).toEqual({ id: `${alarm}/outside/raised`, occasion: 'raised', sentBy: 'Office', station: 'Front' });
    const known = (await there.alarm.list()).find(({ id }) => id === alarm);
    expect(known).toMatchObject({ closedAt: null, addressed: true, receivedBy: ['Office'] });
    await expect.poll(async () => (await there.alarm.list()).find(({ id }) => id === alarm)?.timeline.map(({ what }) => what), { timeout: 10_000 }).toEqual(expect.arrayContaining(['raised', 'received', 'step', 'delivered']));
    expect(peer.requests).toHaveLength(1);
  });
});
