import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** One file of the built page. `path` is what the browser asks for, beginning with a slash. */
export interface PageFile {
  readonly path: string;
  readonly contentType: string;
  readonly etag: string;
  readonly body: Buffer;
  /** The same content packed at build time, where the build left it beside the file. */
  readonly packed: { readonly br?: Buffer; readonly gzip?: Buffer };
  /** The name carries a hash of the content: it may be kept for ever. */
  readonly isImmutable: boolean;
}

/** The page as it was built: nothing outside this list is ever served. */
export interface PageFiles {
  readonly html: string;
  find(path: string): PageFile | undefined;
}

const contentTypes: ReadonlyMap<string, string> = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.ico', 'image/x-icon'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.ttf', 'font/ttf'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json'],
  ['.woff2', 'font/woff2'],
]);

const notBuilt = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Fairlead</title>
<p>The page is not built. Run <code>pnpm build</code>, or use <code>pnpm dev</code>, which needs no build.</p>
</html>
`;

/** Reads the built page into memory (a few megabytes) once; files of a type that a page does not need are left out. */
export function readPageFiles(folder: string): PageFiles {
  if (!existsSync(join(folder, 'index.html'))) return { html: notBuilt, find: () => undefined };
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const files = new Map<string, PageFile>();
  for (const name of names) {
    const contentType = contentTypes.get(extname(name));
    if (contentType !== undefined && name !== 'index.html')
      files.set(`/${name}`, readPageFile(folder, name, contentType));
  }
  return { html: readFileSync(join(folder, 'index.html'), 'utf8'), find: (path) => files.get(path) };
}

function readPageFile(folder: string, name: string, contentType: string): PageFile {
  const file = join(folder, name);
  const body = readFileSync(file);
  return {
    path: `/${name}`,
    contentType,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
    body,
    packed: {
      ...(existsSync(`${file}.br`) && { br: readFileSync(`${file}.br`) }),
      ...(existsSync(`${file}.gz`) && { gzip: readFileSync(`${file}.gz`) }),
    },
    isImmutable: name.startsWith('assets/'),
  };
}
