import type { FilesReport, LackingFile } from '../station/storage/restoreStation.ts';
import { formatBytes } from './table.ts';

/** So many are named one by one. */
const mostNamed = 20;

/** What of the files of records is to be had, a line each for those that are not. `remedy` is said where any lack. */
export const formatFiles = ({ named, whole, bytes, lacking, problem }: FilesReport, where: string, remedy: string): string => {
  if (named === 0) return 'No files belong to its records.';
  if (lacking.length === 0) return `${whole === 1 ? 'The file of its records is' : `All ${whole} files of its records are`} ${where} (${formatBytes(bytes)}).`;
  return [
    `Of the ${named} files of its records ${whole} ${whole === 1 ? 'is' : 'are'} ${where} (${formatBytes(bytes)}). Not there:`,
    ...lacking.slice(0, mostNamed).map((file) => `  ${file.name} (${file.owner}, ${file.id}): ${reason(file)}`),
    ...(lacking.length > mostNamed ? [`  and ${lacking.length - mostNamed} more`] : []),
    ...(problem === null ? [] : [`${problem.message} ${problem.remedy}`]),
    remedy,
  ].join('\n');
};

const reason = ({ why, parts }: LackingFile): string => {
  if (why === 'missing') return 'not beside the backup';
  return `${parts.length === 1 ? `part ${parts[0]}` : `parts ${parts.join(', ')}`} ${why === 'damaged' ? 'damaged' : 'not written'}`;
};
