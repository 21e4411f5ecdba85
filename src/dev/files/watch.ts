import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';
import { stampOf, statsOf, wasChangedSince } from '../../base/files/file-stats.ts';
import { isInside } from '../../base/files/locate-file.ts';
import { linkedPaths, stateOf } from './file-state.ts';

/** How long to wait for further events of the same save, in milliseconds. */
const settleTime = 4;
/** How long a file may be missing or empty while an editor saves it, in milliseconds. */
const gracePeriod = 120;
/** The interval of checks when polling, in milliseconds. */
const pollInterval = 500;
/** The resolution of modification times, in milliseconds. */
const timeResolution = 20;

export interface WatchOptions {
  /** Parent folders of these are not watched. */
  readonly roots: readonly string[];
  /** Check the files periodically instead of watching them. */
  readonly polls: boolean;
  /** Called with an explanation when the system limit of watches is reached. */
  readonly notify: (message: string) => void;
}

/**
 * Notifies when the content of files, or the names in folders, have changed. Watches the folders above
 * the files, because editors replace files when they save. Files need not exist yet.
 */
export class FileWatch {
  readonly #options: WatchOptions;
  readonly #onChange: () => void;
  /** The state of each file when it was last checked. */
  readonly #states = new Map<string, string>();
  /** The files that depend on each path. */
  #paths: ReadonlyMap<string, readonly string[]> = new Map();
  readonly #folders = new Map<string, FSWatcher>();
  readonly #scheduled = new Set<string>();
  /** When the files were last about to be read, in milliseconds since the epoch. */
  #readStart = Number.POSITIVE_INFINITY;
  /** Files with events since then. */
  readonly #withEvents = new Set<string>();
  /** When files were first found missing or empty, perhaps only for a moment. */
  readonly #missingSince = new Map<string, number>();
  readonly #stamps = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;
  #poll: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: WatchOptions, onChange: () => void) {
    this.#options = options;
    this.#onChange = onChange;
  }

  /** Call before reading the files. */
  begin(): void {
    this.#readStart = Date.now();
    this.#withEvents.clear();
  }

  /**
   * Watches these files, and no others, from now on. A file with events since the last `begin` counts
   * as changed, even if its content is the same again: it may have been read in between.
   *
   * @param files absolute paths; the files need not exist
   */
  follow(files: Iterable<string>): void {
    if (this.#isClosed) return;
    const wanted = new Set(files);
    const fresh = new Set([...wanted].filter((file) => !this.#states.has(file)));
    for (const file of this.#states.keys()) if (!wanted.has(file)) this.#states.delete(file);
    for (const file of fresh) this.#states.set(file, stateOf(file));
    this.#updateWatchers();
    // Changes of files that were not watched before, or are polled, cause no events.
    const isUnwatched = (file: string) => this.#poll !== undefined || fresh.has(file);
    const mayHaveChanged = (file: string) =>
      this.#withEvents.has(file) ||
      (isUnwatched(file) && wasChangedSince(file, this.#readStart - timeResolution));
    if ([...wanted].some(mayHaveChanged)) this.#onChange();
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
    // A folder may have been created just before the one above it was watched.
    const isMissed = paths.some((location) =>
      this.#foldersAbove(location).some((folder) => !folders.has(folder)),
    );
    if (isMissed) this.#scheduleCheck(this.#states.keys());
  }

  /** The existing folders from that of a file up to its root, or if that is missing, the next one above it. */
  #foldersAbove(file: string): readonly string[] {
    const root = this.#options.roots.find((folder) => isInside(file, folder));
    const folders = isFolder(file) ? [file] : [];
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
      if (isFolder(folder)) folders.push(folder);
      const isAbove = root === undefined || isInside(root, folder);
      if ((isAbove && folders.length > 0) || folder === path.dirname(folder)) return folders;
    }
  }

  #watchFolder(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) =>
        this.#handleEvent(folder, name),
      );
      watcher.on('error', () => this.#restartWatchers(folder));
      this.#folders.set(folder, watcher);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (code !== 'ENOSPC' && code !== 'EMFILE') return;
      this.#options.notify(explainWatchLimit(code));
      this.#startPolling();
    }
  }

  #handleEvent(folder: string, name: string | null): void {
    if (name === null) {
      this.#scheduleCheck(this.#states.keys());
      return;
    }
    const changed = path.join(folder, name);
    const isWatched = [...this.#folders.keys()].some((known) => isInside(known, changed));
    // The event of a deleted folder has the folder's own name.
    if (isWatched || name === path.basename(folder))
      this.#restartWatchers(isWatched ? changed : folder);
    for (const [location, files] of this.#paths) {
      if (location === folder || isInside(location, changed)) this.#scheduleCheck(files);
    }
  }

  /** Removes the watchers in a folder, which may have been replaced; they are created again later. */
  #restartWatchers(folder: string): void {
    for (const [known, watcher] of this.#folders) {
      if (!isInside(known, folder)) continue;
      watcher.close();
      this.#folders.delete(known);
    }
    this.#scheduleCheck([...this.#states.keys()].filter((file) => isInside(file, folder)));
  }

  #scheduleCheck(files: Iterable<string>): void {
    for (const file of files) {
      this.#scheduled.add(file);
      this.#withEvents.add(file);
    }
    this.#timer ??= setTimeout(() => this.#check(), settleTime);
  }

  #check(): void {
    this.#timer = undefined;
    if (this.#isClosed) return;
    // Watch folders before checking files, so that no later change is missed.
    this.#updateWatchers();
    const scheduled = [...this.#scheduled];
    this.#scheduled.clear();
    const changed = scheduled.filter((file) => this.#hasChanged(file));
    if (changed.length > 0) this.#onChange();
  }

  #hasChanged(file: string): boolean {
    const before = this.#states.get(file);
    if (before === undefined) return false;
    const state = stateOf(file);
    const isTransient = (state === 'none' || state === 'empty') && state !== before;
    if (isTransient && this.#isInGracePeriod(file)) return false;
    this.#missingSince.delete(file);
    this.#states.set(file, state);
    return state !== before;
  }

  #isInGracePeriod(file: string): boolean {
    const now = performance.now();
    const first = this.#missingSince.get(file);
    if (first !== undefined) return now - first < gracePeriod;
    this.#missingSince.set(file, now);
    setTimeout(() => this.#scheduleCheck([file]), gracePeriod + 1).unref();
    return true;
  }

  #startPolling(): void {
    for (const watcher of this.#folders.values()) watcher.close();
    this.#folders.clear();
    this.#poll ??= setInterval(() => this.#pollFiles(), pollInterval).unref();
  }

  #pollFiles(): void {
    for (const file of this.#states.keys()) {
      const stamp = stampOf(file);
      if (this.#stamps.get(file) === stamp) continue;
      this.#stamps.set(file, stamp);
      this.#scheduleCheck([file]);
    }
  }
}

/** @param code of the system error: too many watched folders, or too many watching processes */
function explainWatchLimit(code: string): string {
  const [setting, value] =
    code === 'ENOSPC'
      ? ['fs.inotify.max_user_watches', 524_288]
      : ['fs.inotify.max_user_instances', 1024];
  return [
    `the system limit of file watches is reached (${setting}): checking files twice a second instead`,
    `to raise it until the next reboot: sudo sysctl ${setting}=${value}`,
  ].join('\n  ');
}

function isFolder(file: string): boolean {
  return statsOf(file)?.isDirectory() === true;
}
