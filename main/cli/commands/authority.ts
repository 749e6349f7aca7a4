import type { Command } from 'commander';
import { z } from 'zod';
import { done, failed, passphraseSchema } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { readInput } from '../readInput.ts';
import { readPassphrase } from '../readPassphrase.ts';
import { writeOwnFile } from '../writeOutput.ts';

const move: StationCommand<{ readonly station: string }, { readonly holder: string }> = {
  needs: 'running',
  arguments: z.object({ station: z.string() }),
  run: async ({ client }, { station }) => {
    await client.site.moveAuthority({ station });
    return done({ holder: station });
  },
  format: ({ holder }) => `${holder} holds the authority now: invite and retire there. Codes that were made here and not used are void.`,
};

const fileArguments = z.object({ file: z.string().min(1) });

const exportCopy: StationCommand<z.infer<typeof fileArguments>, { readonly file: string }> = {
  needs: 'ledger',
  arguments: fileArguments,
  run: async ({ client }, { file }) => {
    const passphrase = passphraseSchema.safeParse(await readPassphrase());
    if (!passphrase.success) return failed('InputInvalid', `The passphrase on standard input ${passphrase.error.issues[0]?.message ?? 'cannot be used'}.`, 'Use a few words that are written down nowhere near the page.', 'passphrase');
    const { copy } = await client.site.exportAuthority({ passphrase: passphrase.data });
    const written = await writeOwnFile({ what: 'The copy', path: file, content: copy });
    return written.ok ? done({ file }) : written;
  },
  format: ({ file }) => `${file} holds the copy. Print it, lock the page away, and delete the file.`,
};

const importCopy: StationCommand<z.infer<typeof fileArguments>, { readonly imported: true }> = {
  needs: 'ledger',
  arguments: fileArguments,
  run: async ({ client }, { file }) => {
    const passphrase = await readPassphrase();
    const copy = await readInput(file);
    if (!copy.ok) return copy;
    await client.site.importAuthority({ copy: copy.value, passphrase });
    return done({ imported: true });
  },
  format: () => 'This station holds the authority now. The one that held it before forgets its key as soon as it hears of this. If it was stolen, retire it, and see in docs/for-it.md what that does not undo.',
};

export const addAuthorityCommands = (program: Command, perform: Perform): void => {
  const authority = program.command('authority').description('who lets stations into the site and shuts them out: one station holds the key to that');
  authority
    .command('move')
    .description('give it to another station that is connected (at the station that holds it, while it runs)')
    .argument('<station>', 'its name or id')
    .action((station: string) => perform(move, { station }));
  authority
    .command('export')
    .description('write a page to print, for the day when the station that holds it is dead; the passphrase comes through standard input')
    .argument('<file>', 'a new file')
    .action((file: string) => perform(exportCopy, { file }));
  authority
    .command('import')
    .description('make this station the one that holds it, from such a page; the passphrase comes through standard input')
    .argument('<file>', 'the page, or its lines typed again')
    .action((file: string) => perform(importCopy, { file }));
};
