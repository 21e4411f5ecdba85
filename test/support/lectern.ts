import { type SpawnOptions, spawn } from 'node:child_process';
import path from 'node:path';
import { buildPage } from '../../build.ts';
import { packageRoot } from '../../src/base/files/package-root.ts';
import type { BuildPage } from '../../src/base/pipeline.ts';
import { run } from '../../src/cli/main.ts';
import type { BuiltPage } from '../../src/model/page.ts';

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

/** Runs a TypeScript file, or with `-e` a module's text, in a process of its own. */
export function runTypeScript(
  args: readonly string[],
  options: SpawnOptions & { readonly onStart?: (child: ReturnType<typeof spawn>) => void } = {},
): Promise<Outcome> {
  const tsx = ['--import', import.meta.resolve('tsx')];
  if (args[0] === '-e') tsx.push('--input-type=module');
  const { onStart, ...spawnOptions } = options;
  const child = spawn(process.execPath, [...tsx, ...args], spawnOptions);
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

/** Runs the command line in a process of its own, as from a checkout. */
export function runLectern(
  args: readonly string[],
  options: Parameters<typeof runTypeScript>[1],
): Promise<Outcome> {
  return runTypeScript([path.join(packageRoot, 'src/cli.ts'), ...args], options);
}
