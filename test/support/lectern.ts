import { type SpawnOptions, spawn } from 'node:child_process';
import { buildPage } from '../../build.ts';
import type { BuildPage } from '../../src/base/pipeline.ts';
import { run } from '../../src/cli/main.ts';
import type { BuiltPage } from '../../src/model/page.ts';
import { compiledModule } from './compiled.ts';

export interface Outcome {
  readonly exitCode: number | null;
  /** What ended the process, if a signal did. */
  readonly signal?: NodeJS.Signals | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs the command line in this process: quick. */
export async function lectern(
  args: readonly string[],
  cwd: string,
  settings: {
    readonly buildPage?: BuildPage<BuiltPage>;
    readonly colors?: boolean;
    readonly debug?: boolean;
  } = {},
): Promise<Outcome> {
  let [output, errors] = ['', ''];
  const { colors = false, debug = false } = settings;
  const terminal = {
    cwd,
    colors,
    debug,
    print: (text: string) => {
      output += text;
    },
    printError: (text: string) => {
      errors += text;
    },
  };
  const exitCode = await run(args, terminal, async () => settings.buildPage ?? buildPage);
  return { exitCode, output, errors };
}

interface RunOptions extends SpawnOptions {
  readonly onStart?: (child: ReturnType<typeof spawn>) => void;
}

/** Runs a program with this version of Node, in a process of its own. */
export function runNode(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const { onStart, ...spawnOptions } = options;
  const child = spawn(process.execPath, args, spawnOptions);
  onStart?.(child);
  let [output, errors] = ['', ''];
  child.stdout?.on('data', (data) => {
    output += data;
  });
  child.stderr?.on('data', (data) => {
    errors += data;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, output, errors }));
  });
}

/** Runs a module's text, which may import compiled modules, in a process of its own. */
export function runScript(script: string, options?: RunOptions): Promise<Outcome> {
  return runNode(['--input-type=module', '-e', script], options);
}

/** Runs the command line in a process of its own. */
export async function runLectern(args: readonly string[], options?: RunOptions): Promise<Outcome> {
  return runNode([await compiledModule('src/cli.ts'), ...args], options);
}
