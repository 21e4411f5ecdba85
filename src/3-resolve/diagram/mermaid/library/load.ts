import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { cached } from '../../../../base/cache/cache.ts';
import { codeFingerprint } from '../../../../base/code-fingerprint.ts';
import { libraryVersion } from '../../../../base/files/libraries.ts';
import { packageRoot } from '../../../../base/files/package-root.ts';
import type { MermaidChunks, MermaidModule } from './bundle.ts';

/** A type of diagram in Mermaid: its parser writes what it reads into the database. */
export interface MermaidDiagram<Database> {
  readonly parser: {
    parse(text: string): void | Promise<void>;
    readonly parser?: { yy: unknown };
  };
  /** A new one each time, or one that `clear` empties. */
  readonly db: Database;
}

type Exports = Readonly<Record<string, unknown>>;

const loaded = new Map<string, Exports>();
let chunks: Promise<(name: string) => string> | undefined;

/** Loads the part of Mermaid that reads a type of diagrams. */
export async function loadMermaid<Database>(
  module: MermaidModule,
): Promise<MermaidDiagram<Database>> {
  chunks ??= openChunks();
  const read = await chunks;
  // The adapter of each type knows what its database is.
  return run(`${module}.js`, read).diagram as MermaidDiagram<Database>;
}

/** @returns reads the text of a chunk */
async function openChunks(): Promise<(name: string) => string> {
  if (isInstalled()) return (name) => readFileSync(path.join(shipped, name), 'utf8');
  const all = await mermaidCode();
  return (name) => all[name] ?? '';
}

/** The texts of all chunks by name. */
export async function mermaidCode(): Promise<MermaidChunks> {
  if (isInstalled()) {
    const names = readdirSync(shipped).sort();
    return Object.fromEntries(
      names.map((name) => [name, readFileSync(path.join(shipped, name), 'utf8')]),
    );
  }
  const key = [codeFingerprint(bundleFile), libraryVersion('mermaid'), libraryVersion('esbuild')];
  const text = await cached('mermaid', key, async () => {
    const { bundleMermaid } = await import('./bundle.ts');
    return JSON.stringify((await bundleMermaid()).chunks);
  });
  return JSON.parse(text) as MermaidChunks;
}

/** A checkout may have the chunks of an older package. */
function isInstalled(): boolean {
  return !existsSync(path.join(packageRoot, bundleFile));
}

/** Created with the package; see scripts/pack.ts. */
const shipped = path.join(packageRoot, 'lib', 'mermaid');
const bundleFile = 'src/3-resolve/diagram/mermaid/library/bundle.ts';

/** Runs a chunk, and those that it needs, once. */
function run(name: string, read: (name: string) => string): Exports {
  const known = loaded.get(name);
  if (known) return known;
  const module: { exports: Exports } = { exports: {} };
  loaded.set(name, module.exports);
  const wrapped = `(function(exports,require,module){${read(name)}})`;
  const script = new Script(wrapped, { filename: `mermaid/${name}` });
  const requireChunk = (other: string): Exports => run(path.posix.basename(other), read);
  script.runInThisContext()(module.exports, requireChunk, module);
  loaded.set(name, module.exports);
  return module.exports;
}
