import type { DriverDependencies } from '../../channel/driver.ts';
import type { StationContext } from '../context.ts';

/**
 * Numbers that go on across restarts, kept with the secrets of this station: a sequence number that a receiver saw yesterday is not given
 * to another message today. While the database takes no writes they go on in memory.
 */
export const createCounters = ({ ledger, log }: Pick<StationContext, 'ledger' | 'log'>): DriverDependencies['counter'] => {
  const lastByName = new Map<string, number>();

  const last = (name: string): number => {
    const known = lastByName.get(name);
    if (known !== undefined) return known;
    try {
      const kept = ledger.local.secret(nameOf(name));
      return kept === undefined ? 0 : Buffer.from(kept).readUInt32BE();
    } catch (error) {
      log.warn({ error: String(error), counter: name }, 'a counter cannot be read');
      return 0;
    }
  };

  const keep = (name: string, value: number): void => {
    lastByName.set(name, value);
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    try {
      ledger.local.keepSecret(nameOf(name), bytes);
    } catch (error) {
      log.warn({ error: String(error), counter: name }, 'a counter cannot be kept');
    }
  };

  return (name) => ({
    next: (most) => {
      const before = last(name);
      const next = before >= most ? 1 : before + 1;
      keep(name, next);
      return next;
    },
  });
};

const nameOf = (name: string): string => `counter/${name}`;
