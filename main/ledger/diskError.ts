/** Whether something that was thrown came from the system: a disk that is full, gone, or does not give what lies on it. */
export const isOfDisk = (error: unknown): error is Error & { readonly code: string } => error instanceof Error && 'code' in error && typeof error.code === 'string';

/** "ENOSPC"; what it says itself, where it has no code. */
export const codeOf = (error: unknown): string => (isOfDisk(error) ? error.code : String(error));
