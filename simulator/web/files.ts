import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** What is served: a type and its bytes. */
export interface Served {
  readonly type: string;
  readonly body: string | Buffer;
}

const PAGE = join(__dirname, 'page');

/** The files of the page by their paths. The script is put together when it is first asked for; a change of it needs a new start. */
export function pageFiles(): ReadonlyMap<string, () => Served> {
  const own = (name: string, type: string) => () => ({ type, body: readFileSync(join(PAGE, name)) });
  const script = once(() => ({ type: SCRIPT, body: bundled() }));
  const renderer = once(() => ({ type: SCRIPT, body: rendererAlone() }));
  return new Map<string, () => Served>([
    ['/', own('index.html', 'text/html; charset=utf-8')],
    ['/style.css', own('style.css', 'text/css; charset=utf-8')],
    ['/icon.svg', own('icon.svg', 'image/svg+xml')],
    ['/page.js', script],
    ['/renderer.js', renderer],
  ]);
}

const SCRIPT = 'text/javascript; charset=utf-8';
const require_ = createRequire(__filename);

/** Amazon's renderer, without the fonts that it would fetch over the network: the page brings a family of that name from the machine's own. */
function rendererAlone(): string {
  return readFileSync(require_.resolve('apl-viewhost-web'), 'utf8').replace(/@font-face \{[^}]*\}/g, '');
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function bundled(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(PAGE, 'page.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}
