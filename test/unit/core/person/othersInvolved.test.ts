import { describe, expect, it } from 'vitest';
import { involvedSchema } from '../../../../main/contract/incident.ts';
import { othersInvolved } from '../../../../main/core/person/othersInvolved.ts';

const somebody = (role: string, name: string) => involvedSchema.parse({ role, name, description: 'grey coat' });
const others = (...involved: readonly ReturnType<typeof somebody>[]) => othersInvolved(involved, ['Mo Grey', 'Mórag']).map(({ role, name }) => `${role} ${name}`);

describe('who else was involved in a record', () => {
  it('is whoever is no customer, also under the same name', () => {
    expect(others(somebody('customer', 'Mo Grey'), somebody('witness', 'Lu Fern'), somebody('staff', 'Mo Grey'))).toEqual(['witness Lu Fern', 'staff Mo Grey']);
  });

  it('is not the one customer there was, whatever they were called', () => {
    expect(others(somebody('customer', ''))).toEqual([]);
    expect(others(somebody('customer', 'Moe Gray'))).toEqual([]);
  });

  it('of several customers is each who is not called like the person, and who has no name', () => {
    expect(others(somebody('customer', 'grey'), somebody('customer', 'Mo Grey jr.'), somebody('customer', 'MORAG'))).toEqual([]);
    expect(others(somebody('customer', 'Mo Grey'), somebody('customer', 'Jane Grey'), somebody('customer', ''))).toEqual(['customer Jane Grey', 'customer ']);
  });
});
