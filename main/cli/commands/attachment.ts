import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Command } from 'commander';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { done, failed, partBytes, partsOf, subjectIdSchema } from '../../contract/index.ts';
import type { Attachment, Result, StationClient } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { formatMoment, formatTable } from '../table.ts';

const attachArguments = z.object({ incident: subjectIdSchema, file: z.string().min(1) });

const attach: StationCommand<z.infer<typeof attachArguments>, Attachment> = {
  needs: 'ledger',
  arguments: attachArguments,
  run: async ({ client }, { incident, file }, progress) => {
    let content: Uint8Array;
    try {
      content = await readFile(file);
    } catch (error) {
      return failed('FileUnreadable', `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, 'Check the path and its rights; nothing was attached.');
    }
    const id = uuid();
    await client.attachment.begin({ id, owner: `incident/${incident}`, name: basename(file), size: content.length });
    try {
      for (let number = 1; number <= partsOf(content.length); number += 1) {
        await client.attachment.put({ id, number, bytes: Buffer.from(content.subarray((number - 1) * partBytes, number * partBytes)).toString('base64') });
        progress(`Part ${number} of ${partsOf(content.length)}`);
      }
      return done(await client.attachment.finish({ id }));
    } catch (error) {
      await client.attachment.cancel({ id }).catch(() => {});
      throw error;
    }
  },
  format: ({ name, type, size, id }) => `Attached: ${name} (${type}, ${inKilobytes(size)})\n${id}`,
};

const listArguments = z.object({ incident: subjectIdSchema, save: z.string().min(1).optional() });
type Listed = { readonly attachments: readonly (Attachment & { readonly savedAs: string | null })[] };

const listAttachments: StationCommand<z.infer<typeof listArguments>, Listed> = {
  needs: 'ledger',
  arguments: listArguments,
  run: async ({ client }, { incident, save }) => {
    const attachments = [];
    for (const attachment of await client.attachment.list({ owner: `incident/${incident}` })) {
      const saved: Result<string | null> = save === undefined || attachment.removed !== null || attachment.parts.here < attachment.parts.of ? done(null) : await saveOne(client, attachment, save);
      if (!saved.ok) return saved;
      attachments.push({ ...attachment, savedAs: saved.value });
    }
    return done({ attachments });
  },
  format: ({ attachments }) =>
    attachments.length === 0
      ? 'Nothing is attached to this record.'
      : formatTable(['ADDED', 'STATION', 'FILE', 'TYPE', 'SIZE', 'STATE', 'ID'], attachments.map((each) => [formatMoment(each.at), each.station, each.name, each.type, inKilobytes(each.size), stateOf(each), each.id])),
};

const stateOf = ({ removed, parts, savedAs, restricted }: Listed['attachments'][number]): string => {
  if (removed !== null) return `removed: ${removed.reason}`;
  if (parts.here < parts.of) return `on its way: ${parts.here} of ${parts.of} parts are here`;
  if (savedAs !== null) return `saved as ${savedAs}`;
  return restricted ? 'here, sealed original' : 'here';
};

/** Never over a file that stands there. `FileUnreadable` when the folder cannot be written. */
const saveOne = async (client: StationClient, { id, name, size }: Attachment, folder: string): Promise<Result<string>> => {
  try {
    await mkdir(folder, { recursive: true });
    const path = await freePath(folder, name);
    const parts: Buffer[] = [];
    for (let number = 1; number <= partsOf(size); number += 1) parts.push(Buffer.from((await client.attachment.read({ id, number })).bytes, 'base64'));
    await writeFile(path, Buffer.concat(parts), { mode: 0o600 });
    return done(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('E'))) throw error;
    return failed('FileUnreadable', `${folder} cannot be written: ${error.message}`, 'Choose another folder with --save.');
  }
};

const freePath = async (folder: string, name: string): Promise<string> => {
  const ending = extname(name);
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? name : `${basename(name, ending)} (${count})${ending}`);
    try {
      await (await open(path, 'wx', 0o600)).close();
      return path;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
};

const inKilobytes = (size: number): string => `${Math.ceil(size / 1000)} kB`;

export const addAttachmentCommands = (program: Command, perform: Perform): void => {
  program
    .command('attach')
    .description('attach a photo, a scan, sound or text to a record')
    .argument('<incident>', 'id of the record')
    .argument('<file>', 'the file; what it is is told by its bytes, never by its name')
    .action((incident: string, file: string) => perform(attach, { incident, file }));
  program
    .command('attachments')
    .description('list what is attached to a record')
    .argument('<incident>', 'id of the record')
    .option('--save <folder>', 'write all of it there')
    .action((incident: string, options: object) => perform(listAttachments, { incident, ...options }));
};
