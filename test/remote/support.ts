import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { inject, vi } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { lectern, type Outcome } from '../support/lectern.ts';

/**
 * Gives the rest of a test the cache of a machine that has built decks, but none with files of the web. Without the
 * fonts, styles and scripts of most decks in it, each build would make them anew.
 */
export async function useCacheWithoutWeb(): Promise<void> {
  const cache = path.join(temporaryFolder(), 'cache');
  vi.stubEnv('LECTERN_CACHE', cache);
  const kept = path.join(inject('builds'), 'cache');
  if (!existsSync(kept)) await fillCache(kept);
  // One that others can read is not used.
  mkdirSync(cache, { recursive: true, mode: 0o700 });
  cpSync(kept, cache, { recursive: true });
}

async function fillCache(kept: string): Promise<void> {
  const folder = temporaryFolder({
    'deck.md': '# Talk\n\nText\n\n---\n\n## Again\n\n- **Text**\n',
  });
  await lectern(['build', 'deck.md'], folder);
  const { LECTERN_CACHE: filled = '' } = process.env;
  const own = `${kept}.${process.pid}`;
  for (const name of readdirSync(filled).filter((each) =>
    /^(?:key|runtime|styles|sfnt|font)\b/.test(each),
  ))
    cpSync(path.join(filled, name), path.join(own, name));
  try {
    // Whole at once, as another worker may look for it.
    renameSync(own, kept);
  } catch {
    // Another worker was faster.
  }
}

/** Builds `talk.md`, whose images may come from this machine. */
export function fetchingBuild(cwd: string, ...more: readonly string[]): Promise<Outcome> {
  const fetching = more.some((flag) => flag.startsWith('--fetch-remote')) ? [] : ['--fetch-remote'];
  return lectern(['build', 'talk.md', ...fetching, '--fetch-private', ...more], cwd);
}

export function readPage(cwd: string, name = 'talk'): string {
  return readFileSync(path.join(cwd, `dist/${name}.html`), 'utf8');
}

/** The part of a page that is shown. */
export function shownPart(page: string): string {
  return page.replace(
    /<script type="application\/vnd\.lectern\.source\+json">[\s\S]*?<\/script>/,
    '',
  );
}

interface LockText {
  readonly version: number;
  readonly files: Readonly<
    Record<string, { readonly sha256: string; readonly bytes: number; readonly type: string }>
  >;
}

export function readLock(cwd: string): LockText | undefined {
  const file = path.join(cwd, 'lectern-lock.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LockText) : undefined;
}
