/** The window's own origin; nothing else is ever loaded. */
export const deskOrigin = 'quietbell://desk';

export const isDeskAddress = (address: string): boolean => {
  const url = URL.parse(address);
  return url !== null && url.protocol === 'quietbell:' && url.host === 'desk';
};
