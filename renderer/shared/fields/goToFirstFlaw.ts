/** Puts the cursor into the first field of a form that needs a correction. Whether there is one: then nothing may be sent yet. */
export const goToFirstFlaw = (form: HTMLElement | null): boolean => {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? null;
  field?.focus();
  return field !== null;
};
