/** Chromium navigates to schemes it knows only; the product never sees this origin. */
export const pageOrigin = 'https://desk.quietbell.test';
const productOrigin = 'quietbell://desk';

export const toPage = (address: string): string => (address.startsWith(`${productOrigin}/`) ? pageOrigin + address.slice(productOrigin.length) : address);
export const toProduct = (address: string): string => (address.startsWith(`${pageOrigin}/`) ? productOrigin + address.slice(pageOrigin.length) : address);
