import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import { recordFormSetSchema } from '../../contract/recordForm.ts';
import type { Access, CallContext } from '../access.ts';
import type { Changes } from '../changes.ts';

/** The contract's calls on what the site asks for in its records. */
export const createRecordFormRouter = ({ changing, watching, whoMay }: Access, changes: Changes): Router<Contract['recordForm'], CallContext> => {
  const it = implement(contract.recordForm).$context<CallContext>();
  return it.router({
    get: it.get.handler(({ context }) => whoMay('read-records', context.door).recordForms.form()),
    watch: it.watch.handler(({ context, signal }) => changes.watch(['recordForm', 'settings', 'session'], () => watching('read-records', context.door).recordForms.form(), signal)),
    sets: it.sets.handler(({ input, context }) => {
      const sets = whoMay('read-records', context.door).recordForms.sets(input.language);
      return recordFormSetSchema.options.map((set) => ({ set, form: sets[set] }));
    }),
    save: it.save.handler(changing('change-record-form', ({ recordForms }, input, by) => recordForms.save(input, by))),
    toYaml: it.toYaml.handler(({ context }) => whoMay('read-records', context.door).recordForms.toYaml()),
    fromYaml: it.fromYaml.handler(changing('change-record-form', ({ recordForms }, input, by) => recordForms.fromYaml(input.text, by))),
  });
};
