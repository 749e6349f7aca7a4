import { describe, expect, it } from 'vitest';
import { eventBodies } from '../../../../main/core/event/catalogue.ts';
import { upcast, upcasts } from '../../../../main/core/event/upcast.ts';

const spot = { id: '00000000-0000-7000-8000-000000000001', trigger: { type: 'spot' } };

describe('bodies that an earlier program wrote', () => {
  it('are brought to the present shape: a binding of one level becomes one with a purpose', () => {
    const old = { ...spot, level: 'emergency' };
    expect(upcast('TriggerBound', old)).toEqual({ ...spot, purpose: 'emergency' });
    expect(eventBodies.TriggerBound.parse(upcast('TriggerBound', old))).toEqual({ ...spot, gesture: { type: 'press' }, purpose: 'emergency' });
    expect(old, 'what was read is not touched').toEqual({ ...spot, level: 'emergency' });
  });

  it('come out of it in a shape that is not lifted again', () => {
    for (const { kind, isOld } of upcasts) expect(isOld({ ...Object(upcast(kind, { ...spot, level: 'assist' })) })).toBe(false);
  });
});

describe('bodies of the present', () => {
  it('are handed on as they are, also those that are no objects at all', () => {
    for (const body of [{ ...spot, purpose: 'assist' }, null, undefined, 7, 'text', [1]]) expect(upcast('TriggerBound', body)).toBe(body);
    const level = { level: 'assist' };
    expect(upcast('AlarmRaised', level), 'another kind may have a member of that name').toBe(level);
  });
});
