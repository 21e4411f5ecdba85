import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly pid: string;
  readonly group: string;
  readonly command: string;
}

/** @returns nothing for a process that has ended */
function readProcess(pid: string): readonly Process[] {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    const [, , group = ''] =
      readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return [{ pid, group, command }];
  } catch {
    return [];
  }
}

/** By folder for temporary files, the process groups of its browsers. */
const groups = new Map<string, Set<string>>();

/**
 * Ids of the processes of browsers that use a folder for temporary files, also of those whose command does
 * not name it, and of those whose browser has ended.
 *
 * @param words that are in their commands
 */
export function processes(tmp: string, ...words: readonly string[]): readonly string[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readProcess);
  const own = all.find(({ pid }) => pid === String(process.pid))?.group;
  const known = groups.get(tmp) ?? new Set();
  groups.set(tmp, known);
  for (const { group, command } of all) {
    if (group !== own && command.includes(tmp)) known.add(group);
  }
  const found = all.filter(({ group, command }) => known.has(group) || command.includes(tmp));
  return found.flatMap(({ pid, command }) =>
    words.every((word) => command.includes(word)) ? [pid] : [],
  );
}

/** Kills processes; the end of one may have ended others already. */
export function killAll(pids: readonly string[]): void {
  for (const pid of pids) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}
