import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** `chromium` prints Lectern's page by itself; Lectern comes first, which builds it. */
export const programs = ['lectern', 'chromium', 'marp', 'decktape'] as const;
export type Program = (typeof programs)[number];

/** A figure of each program that was asked. */
export type Beside = Readonly<Partial<Record<Program, number>>>;

/** One deck as a PDF by all programs, in turn. */
export interface ExportSeries {
  readonly slides: number;
  /** Milliseconds from start to end. */
  readonly rounds: readonly Beside[];
  /** Bytes that all processes of a run held together at most. */
  readonly memory: Beside;
  /** Bytes of the PDFs. */
  readonly size: Beside;
  /** Milliseconds that typst needs for its PDF of like slides after an edit, while it stays in memory. */
  readonly typst: readonly number[];
}

const pause = 50;

/**
 * Runs a program and looks, again and again, at what it and all that it has started hold in memory:
 * what two of them share is counted once.
 *
 * @returns bytes
 */
export async function peakMemory(
  argv: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<number> {
  const [program = '', ...args] = argv;
  const env = { ...process.env, ...options.env };
  const child = spawn(program, args, { cwd: options.cwd, env, stdio: 'ignore' });
  const end = new Promise<number | null>((resolve) => child.once('close', resolve));
  let most = 0;
  const timer = setInterval(() => {
    const held = family(child.pid ?? 0).reduce((sum, pid) => sum + shareOfMemory(pid), 0);
    most = Math.max(most, held);
  }, pause);
  const exitCode = await end;
  clearInterval(timer);
  if (exitCode !== 0) throw new Error(`${argv.join(' ')} failed`);
  return most;
}

/** A process and all below it. */
function family(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = /\) \S (\d+)/.exec(read(`/proc/${name}/stat`))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const members = new Set([root]);
  for (let size = 0; size !== members.size; ) {
    size = members.size;
    for (const [pid, parent] of parents) if (members.has(parent)) members.add(pid);
  }
  return [...members];
}

function shareOfMemory(pid: number): number {
  return Number(/^Pss: +(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;
}

/** @returns nothing of a process that has ended meanwhile */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
