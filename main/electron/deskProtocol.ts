import { readFile } from 'node:fs/promises';
import type { CustomScheme } from 'electron';
import { findRendererFile } from '../control/rendererFiles.ts';
import type { RendererFiles } from '../control/rendererFiles.ts';
import { windowHeaders } from '../control/windowHeaders.ts';
import { isDeskAddress } from './deskAddress.ts';

/** To be registered before the app is ready. `secure` and `standard` give the window an origin of its own, so that `'self'` means it. */
export const deskScheme = {
  scheme: 'quietbell',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
} satisfies CustomScheme;

/** Answers `quietbell://desk/…` with the files of the built window; everything else is 404. */
export const answerFrom =
  (files: RendererFiles) =>
  async (request: Request): Promise<Response> => {
    const file = request.method === 'GET' && isDeskAddress(request.url) ? findRendererFile(files, new URL(request.url).pathname) : undefined;
    if (file === undefined) return new Response(null, { status: 404, headers: windowHeaders });
    return new Response(new Uint8Array(await readFile(file.path)), { headers: { ...windowHeaders, 'content-type': file.contentType } });
  };
