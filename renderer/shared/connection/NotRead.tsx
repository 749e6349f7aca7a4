import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from './problems.ts';
import { ProblemNote } from './ProblemNote.tsx';

interface Props {
  readonly error: Error;
  /** What is said where there is no such thing. */
  readonly gone: ReactNode;
}

const unknown: readonly string[] = ['IncidentUnknown', 'PersonUnknown'];

/** Something could not be read. That nobody could say must never be taken for "there is none": somebody may be banned whose card does not come. */
export const NotRead = ({ error, gone }: Props) => {
  const { t } = useTranslation('shared');
  const problem = problemOf(error) ?? { type: 'StationNotRunning' as const, message: t('unreachable.message'), remedy: t('unreachable.remedy') };
  return unknown.includes(problem.type) ? gone : <ProblemNote problem={problem} />;
};

/** What was read before stays while the station is away; where it refuses, or has it no longer, it goes from the screen. */
export const isLost = <Data,>(query: { readonly isError: boolean; readonly error: Error | null; readonly data: Data | undefined }): query is typeof query & { readonly error: Error } =>
  query.isError && (query.data === undefined || problemOf(query.error) !== null);
