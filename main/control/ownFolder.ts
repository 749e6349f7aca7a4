import { lstat, mkdir } from 'node:fs/promises';

/**
 * Makes a folder that only we may enter, or finds it so. False when somebody else owns it, it is a link, or others may enter:
 * in a shared temporary folder another user could have put it there first.
 */
export const makeOwnFolder = async (folder: string): Promise<boolean> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return isOwnFolder(folder);
};

export const isOwnFolder = async (folder: string): Promise<boolean> => {
  const facts = await lstat(folder);
  const owner = process.getuid?.();
  return facts.isDirectory() && (owner === undefined || (facts.uid === owner && (facts.mode & 0o077) === 0));
};
