import { describe, expect, it } from 'vitest';
import { isDeskFrame } from '../../../main/electron/senderCheck.ts';

const frame = (url: string): Parameters<typeof isDeskFrame>[0] => ({ url, parent: null });

describe('who may ask for the station', () => {
  it.each(['quietbell://desk/', 'quietbell://desk/#/records'])('our own page: %s', (url) => expect(isDeskFrame(frame(url))).toBe(true));

  it.each(['https://desk/', 'quietbell://desk.example/', 'quietbell://other/', 'file:///desk', 'about:blank', '', 'data:text/html,quietbell://desk/'])('nobody else: %s', (url) =>
    expect(isDeskFrame(frame(url))).toBe(false),
  );

  it('no frame that is gone', () => expect(isDeskFrame(null)).toBe(false));
});
