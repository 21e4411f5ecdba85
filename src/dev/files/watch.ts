import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';
import { stampOf, statsOf, wasChangedSince } from '../../base/files/file-stats.ts';
import { isInside } from '../../base/files/locate-file.ts';
import { linkedPaths, stateOf } from './file-state.ts';

/** How long to wait for more of the same save, in milliseconds. */
const settling = 4;
/** How long a file may be gone or empty while an editor saves it. */
const grace = 120;
/** From look to look where the system does not tell of changes. */
const pollTime = 500;
/** As exactly as file systems tell the time. */
const clockStep = 20;

export interface WatchOptions {
  /** Folders above which nothing is watched. */
  readonly roots: readonly string[];
  /** Look at the files again and again. */
  readonly polls: boolean;
  /** Called where the system has no more watches to give, with what is done instead and what to do. */
  readonly notify: (message: string) => void;
}

/**
 * Tells when what is in some files has changed. Folders are watched, not files, which editors replace;
 * a file counts as changed when it holds something else than before, and a folder when it holds other
 * names. Neither need be there yet.
 */
export class FileWatch {
  readonly #options: WatchOptions;
  readonly #onChange: () => void;
  /** What each file held when it was last looked at. */
  readonly #states = new Map<string, string>();
  /** The files behind each path at which a change may change them. */
  #paths: ReadonlyMap<string, readonly string[]> = new Map();
  readonly #folders = new Map<string, FSWatcher>();
  readonly #suspects = new Set<string>();
  /** When somebody last began to read the files, in milliseconds since the epoch. */
  #beginning = Number.POSITIVE_INFINITY;
  /** Files in which something happened since then. */
  readonly #touched = new Set<string>();
  /** When files were first seen gone or empty, maybe only for a moment. */
  readonly #missingSince = new Map<string, number>();
  readonly #stamps = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;
  #poll: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: WatchOptions, onChange: () => void) {
    this.#options = options;
    this.#onChange = onChange;
  }

  /** Whoever is told of changes begins to read the files. */
  begin(): void {
    this.#beginning = Date.now();
    this.#touched.clear();
  }

  /**
   * Watches these files from now on, and no others. One in which something happened since the last
   * beginning counts as changed: it may have been read as it was then, though it is now as before.
   *
   * @param files absolute paths, be there a file or not
   */
  follow(files: Iterable<string>): void {
    if (this.#isClosed) return;
    const wanted = new Set(files);
    const fresh = new Set([...wanted].filter((file) => !this.#states.has(file)));
    for (const file of this.#states.keys()) if (!wanted.has(file)) this.#states.delete(file);
    for (const file of fresh) this.#states.set(file, stateOf(file));
    this.#updateWatchers();
    // What is watched only now, or looked at from time to time, may have changed without a word.
    const isUnseen = (file: string) => this.#poll !== undefined || fresh.has(file);
    const isTouched = (file: string) =>
      this.#touched.has(file) ||
      (isUnseen(file) && wasChangedSince(file, this.#beginning - clockStep));
    if ([...wanted].some(isTouched)) this.#onChange();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    clearInterval(this.#poll);
    for (const watcher of this.#folders.values()) watcher.close();
    this.#folders.clear();
  }

  #updateWatchers(): void {
    const paths = new Map<string, string[]>();
    for (const file of this.#states.keys()) {
      for (const location of linkedPaths(file))
        paths.set(location, [...(paths.get(location) ?? []), file]);
    }
    this.#paths = paths;
    if (this.#options.polls || this.#poll) this.#startPolling();
    else this.#watchFolders([...paths.keys()]);
  }

  #watchFolders(paths: readonly string[]): void {
    const folders = new Set(paths.flatMap((location) => this.#foldersAbove(location)));
    for (const [folder, watcher] of this.#folders) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.#folders.delete(folder);
    }
    for (const folder of folders) if (!this.#folders.has(folder)) this.#watchFolder(folder);
  }

  /** Those that are there, from a file's own up to the root that it lies under. */
  #foldersAbove(file: string): readonly string[] {
    const root = this.#options.roots.find((folder) => isInside(file, folder));
    const folders = isFolder(file) ? [file] : [];
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
      if (isFolder(folder)) folders.push(folder);
      const isEnough = root === undefined ? folders.length > 0 : folder === root;
      if (isEnough || folder === path.dirname(folder)) return folders;
    }
  }

  #watchFolder(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => this.#notice(folder, name));
      watcher.on('error', () => this.#restartWatchers(folder));
      this.#folders.set(folder, watcher);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (code !== 'ENOSPC' && code !== 'EMFILE') return;
      this.#options.notify(noMoreWatches(code));
      this.#startPolling();
    }
  }

  #notice(folder: string, name: string | null): void {
    if (name === null) {
      this.#suspect(this.#states.keys());
      return;
    }
    const changed = path.join(folder, name);
    const isWatched = [...this.#folders.keys()].some((known) => isInside(known, changed));
    // A folder that goes tells so with its own name.
    if (isWatched || name === path.basename(folder))
      this.#restartWatchers(isWatched ? changed : folder);
    for (const [location, files] of this.#paths) {
      if (location === folder || isInside(location, changed)) this.#suspect(files);
    }
  }

  /** A folder of the same name may be another one now. */
  #restartWatchers(folder: string): void {
    for (const [known, watcher] of this.#folders) {
      if (!isInside(known, folder)) continue;
      watcher.close();
      this.#folders.delete(known);
    }
    this.#suspect([...this.#states.keys()].filter((file) => isInside(file, folder)));
  }

  #suspect(files: Iterable<string>): void {
    for (const file of files) {
      this.#suspects.add(file);
      this.#touched.add(file);
    }
    this.#timer ??= setTimeout(() => this.#check(), settling);
  }

  #check(): void {
    this.#timer = undefined;
    if (this.#isClosed) return;
    // Folders before files: what comes into them from here on is told.
    this.#updateWatchers();
    const suspects = [...this.#suspects];
    this.#suspects.clear();
    const changed = suspects.filter((file) => this.#hasChanged(file));
    if (changed.length > 0) this.#onChange();
  }

  #hasChanged(file: string): boolean {
    const before = this.#states.get(file);
    if (before === undefined) return false;
    const state = stateOf(file);
    const isTransient = (state === 'none' || state === 'empty') && state !== before;
    if (isTransient && this.#isInGrace(file)) return false;
    this.#missingSince.delete(file);
    this.#states.set(file, state);
    return state !== before;
  }

  #isInGrace(file: string): boolean {
    const now = performance.now();
    const first = this.#missingSince.get(file);
    if (first !== undefined) return now - first < grace;
    this.#missingSince.set(file, now);
    setTimeout(() => this.#suspect([file]), grace + 1).unref();
    return true;
  }

  #startPolling(): void {
    for (const watcher of this.#folders.values()) watcher.close();
    this.#folders.clear();
    this.#poll ??= setInterval(() => this.#pollFiles(), pollTime).unref();
  }

  #pollFiles(): void {
    for (const file of this.#states.keys()) {
      const stamp = stampOf(file);
      if (this.#stamps.get(file) === stamp) continue;
      this.#stamps.set(file, stamp);
      this.#suspect([file]);
    }
  }
}

/** @param code what the system refused a watch with: too many folders, or too many programs that watch */
function noMoreWatches(code: string): string {
  const [setting, value] =
    code === 'ENOSPC'
      ? ['fs.inotify.max_user_watches', 524_288]
      : ['fs.inotify.max_user_instances', 1024];
  return [
    `the system has no more watches to give (${setting}): files are looked at twice a second instead`,
    `to raise it until the next start of the system: sudo sysctl ${setting}=${value}`,
  ].join('\n  ');
}

function isFolder(file: string): boolean {
  return statsOf(file)?.isDirectory() === true;
}
