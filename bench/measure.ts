import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What one run of a whole process took. */
export interface Measurement {
  /** Milliseconds from start to end. */
  readonly wall: number;
  /** Milliseconds of processor time, of the process and of all that it started. */
  readonly cpu: number;
  /** Bytes that the largest of its processes held at most. */
  readonly memory: number;
}

export interface Command {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

// The shell's own `time` counts in milliseconds; GNU time knows of memory. Descriptor 3 keeps what
// the program prints apart from the figures.
const script = `TIMEFORMAT='%R %U %S'; time /usr/bin/time --format=%M --output="$0" "$@" >&3 2>&3`;

/**
 * Runs a program to its end.
 *
 * @param scratchFile is overwritten
 * @throws with what the program printed, if it fails
 */
export function measure({ argv, cwd, env = {} }: Command, scratchFile: string): Measurement {
  const { status, output, error } = spawnSync('bash', ['-c', script, scratchFile, ...argv], {
    cwd,
    env: { ...process.env, LC_ALL: 'C', ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (error) throw error;
  const [times = '', printed = ''] = output.slice(2).map((text) => text ?? '');
  if (status !== 0) throw new Error(`${argv.join(' ')} failed:\n${printed}${times}`);
  const [wall = 0, user = 0, system = 0] = times.trim().split(' ').map(Number);
  const memory = Number(readFileSync(scratchFile, 'utf8')) * 1024;
  return { wall: wall * 1000, cpu: (user + system) * 1000, memory };
}
