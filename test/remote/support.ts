import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { vi } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { lectern, type Outcome } from '../support/lectern.ts';

/** Gives the rest of a test an empty cache, as on another machine. */
export function useEmptyCache(): void {
  vi.stubEnv('LECTERN_CACHE', path.join(temporaryFolder(), 'cache'));
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
