import { useQueryClient } from '@tanstack/react-query';

/** Has a record read again: what was just added to it is to be seen, also where the list does not have it. */
export const useReread = (incident: string): (() => void) => {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['incident', incident] });
};
