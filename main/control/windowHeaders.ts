/**
 * On every answer to a window, in every host. Mantine writes style attributes, hence the one `unsafe-inline`; `'self'`
 * covers the WebSocket of the browser host, which comes from the page's own origin. `blob:` shows pictures of records, whose bytes come over the contract; the camera takes them.
 */
export const windowHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), usb=(), hid=(), serial=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;
