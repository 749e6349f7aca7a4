import { connectAsync, type MqttClient } from 'mqtt';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMqttDriver } from '../../main/channel/mqtt.ts';
import { createTestAuthority } from '../support/channel/certificates.ts';
import { hasMosquitto, startMosquitto, type Mosquitto } from '../support/channel/mosquitto.ts';
import { callForHelp, testCourier, usableChannel, type TestCourier } from '../support/channel/usableChannel.ts';
import { createRelay } from '../support/lan/relay.ts';
import { until } from '../support/lan/until.ts';
import { reportNotRun } from '../support/notRun.ts';

if (!hasMosquitto()) reportNotRun('MQTT before Mosquitto', 'the Debian package mosquitto is not installed');

const password = 'mqtt secret 1234';

describe.runIf(hasMosquitto()).each(['3.1.1', '5'] as const)('the MQTT channel before Mosquitto, MQTT %s over TLS', (version) => {
  let ca: string;
  let tls: { readonly cert: string; readonly key: string };
  let broker: Mosquitto;
  let subscriber: MqttClient;
  let heard: { readonly topic: string; readonly payload: string; readonly retain: boolean }[];
  const couriers: TestCourier[] = [];

  beforeAll(async () => {
    const authority = await createTestAuthority();
    ca = authority.ca;
    tls = await authority.issue();
  });
  const listen = async (): Promise<void> => {
    heard = [];
    subscriber = await connectAsync({ protocol: 'mqtts', host: '127.0.0.1', port: broker.port, ca, username: 'bell', password, protocolVersion: 5, reconnectPeriod: 0 });
    subscriber.on('message', (topic, payload, { retain }) => heard.push({ topic, payload: payload.toString('utf8'), retain }));
    await subscriber.subscribeAsync('quietbell/#', { qos: 1, rap: true });
  };
  beforeEach(async () => {
    broker = await startMosquitto({ ...tls, user: 'bell', password });
    await listen();
  });
  afterEach(async () => {
    for (const courier of couriers.splice(0)) await courier.close();
    await subscriber.endAsync(true);
    await broker.remove();
  });

  const open = (secrets = { password }, checkEvery = 0.1, port = broker.port): TestCourier => {
    const channel = usableChannel('broker', { type: 'mqtt', host: '127.0.0.1', port, version, user: 'bell', ca }, secrets);
    const courier = testCourier([channel], { mqtt: (settings, deps) => ({ ...createMqttDriver(settings, deps), checkEvery, timeLimit: 2000 }) });
    couriers.push(courier);
    return courier;
  };
  const lastStatus = (): string | undefined => heard.findLast(({ topic }) => topic === 'quietbell/status')?.payload;

  it('publishes an alarm, a fault and a test under topics of their own, and its PUBACK is the receipt', async () => {
    const courier = open();
    expect(await courier.attempt('broker', callForHelp, 1)).toEqual({ outcome: 'received', answer: 'PUBACK' });
    await courier.attempt('broker', { ...callForHelp, occasion: 'fault', alarm: null, fault: 'f-1' }, 1);
    await courier.attempt('broker', { ...callForHelp, occasion: 'test', kind: 'test', alarm: null }, 1);
    await until('all three arrived', () => heard.length === 3);
    expect(heard.map(({ topic, retain }) => [topic, retain])).toEqual([['quietbell/alarm', false], ['quietbell/fault', false], ['quietbell/test', false]]);
    expect(JSON.parse(heard[0]?.payload ?? '')).toMatchObject({ version: 1, id: callForHelp.id, level: 'emergency', place: 'Reading room, 2nd floor' });
  });

  it('says online, retained, while it is supervised, and offline when the station ends in good order', async () => {
    const courier = open();
    courier.supervise(new Set(['broker']));
    await until('it is online', () => lastStatus() === 'online' && courier.states().get('broker')?.state === 'ok');
    await courier.close();
    await until('it is offline', () => lastStatus() === 'offline');
  });

  it('leaves a last will: who subscribes learns that the station is gone although it could not say so', async () => {
    const wire = await createRelay(`127.0.0.1:${broker.port}`);
    const courier = open({ password }, 30, Number(wire.address.split(':')[1]));
    courier.supervise(new Set(['broker']));
    await until('it is online', () => lastStatus() === 'online');
    await wire.close();
    await until('it is offline', () => lastStatus() === 'offline');
  });

  it('does not let a supervising station that leaves call the other one offline', async () => {
    const staying = open({ password }, 30);
    staying.supervise(new Set(['broker']));
    const leaving = open({ password }, 30);
    leaving.supervise(new Set(['broker']));
    await until('both are there', () => [staying, leaving].every((courier) => courier.states().get('broker')?.state === 'ok'));
    await leaving.close();
    await until('offline was said and taken back', () => heard.some(({ payload }) => payload === 'offline') && lastStatus() === 'online');
  });

  it('is at fault with a wrong password, and does not say it', async () => {
    const courier = open({ password: 'wrong secret 1234' });
    courier.supervise(new Set(['broker']));
    await until('it is at fault', () => courier.states().get('broker')?.state === 'fault');
    expect(courier.states().get('broker')?.message).toMatch(/not authori[sz]ed|bad user ?name or password/i);
    expect((await courier.attempt('broker', callForHelp, 1)).outcome).toBe('failed');
    expect(courier.logged()).not.toContain('wrong secret 1234');
  });

  it('is at fault a moment after the broker died, without waiting for the next check', async () => {
    const courier = open({ password }, 600);
    courier.supervise(new Set(['broker']));
    await until('it is well', () => courier.states().get('broker')?.state === 'ok');
    await broker.kill();
    await until('the fault is found', () => courier.states().get('broker')?.state === 'fault', 20_000);
  });

  it('is at fault while the broker is dead, delivers nothing late by itself, and is well again when it is back', async () => {
    const courier = open();
    courier.supervise(new Set(['broker']));
    await until('it is well', () => courier.states().get('broker')?.state === 'ok');
    await broker.kill();
    await until('the fault is found', () => courier.states().get('broker')?.state === 'fault');
    expect((await courier.attempt('broker', callForHelp, 1)).outcome).toBe('failed');
    await broker.start();
    await listen();
    await until('it is well again', () => courier.states().get('broker')?.state === 'ok', 20_000);
    expect(await courier.attempt('broker', callForHelp, 2)).toMatchObject({ outcome: 'received' });
    await until('the message arrived', () => heard.some(({ topic }) => topic === 'quietbell/alarm'));
    expect(heard.filter(({ topic }) => topic === 'quietbell/alarm')).toHaveLength(1);
  });
});
