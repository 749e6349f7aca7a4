import { readdir } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { done, failed } from '../contract/index.ts';
import type { Result } from '../contract/index.ts';

export interface RendererFile {
  readonly path: string;
  readonly contentType: string;
  /** Vite names what lies under `assets/` after its content. */
  readonly cacheControl: string;
}

/** Files by their URL path. What is not in the list is not served: there is no path to climb out of. */
export type RendererFiles = ReadonlyMap<string, RendererFile>;

/** Lists the built window. `FileUnreadable` when it was not built. */
export const listRendererFiles = async (folder: string): Promise<Result<RendererFiles>> => {
  const files = new Map<string, RendererFile>();
  try {
    // Names only: inside the packaged archive Electron's own readdir mistakes the kinds of entries when it goes into folders.
    for (const name of await readdir(folder, { recursive: true })) {
      const contentType = contentTypes[extname(name)];
      if (contentType === undefined) continue;
      const url = `/${name.split(sep).join('/')}`;
      files.set(url, { path: join(folder, name), contentType, cacheControl: url.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache' });
    }
  } catch {
    files.clear();
  }
  return files.has('/index.html')
    ? done(files)
    : failed('FileUnreadable', `The window is not built: there is no index.html in ${folder}.`, 'Type `npm run build` and start again; `quietbell run --host none` needs no window.');
};

/** The file for the path of an address. A path without an extension is a page of the window, which routes by itself. */
export const findRendererFile = (files: RendererFiles, path: string): RendererFile | undefined =>
  files.get(path) ?? (/\.[^/]*$/.test(path) ? undefined : files.get('/index.html'));

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
