import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/base/files/package-root.ts';

/**
 * Installs another version of Node from its npm package, where npm keeps programs that it runs: for all checkouts, as
 * unpacking one takes seconds.
 *
 * @returns the path of its program
 */
export function installNode(major: number): string {
  const found = path.join(packageRoot, `node_modules/.cache/node-${major}.txt`);
  const known = existsSync(found) ? readFileSync(found, 'utf8') : '';
  if (existsSync(known)) return known;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const args = ['exec', '--yes', '--prefer-offline', `--package=${name}@${major}`];
  const program = npm([...args, '-c', 'node -p process.execPath'], packageRoot).trim();
  mkdirSync(path.dirname(found), { recursive: true });
  writeFileSync(found, program);
  return program;
}

/** Runs npm. @returns what it printed */
export function npm(args: readonly string[], cwd: string): string {
  // Set where npm runs the tests: so the name of npm's own program, which differs by system, is not needed.
  const cli = process.env.npm_execpath;
  return cli ? node([cli, ...args], cwd) : execute('npm', args, cwd);
}

/** Runs the Node that runs the tests. @returns what it printed */
export function node(args: readonly string[], cwd: string): string {
  return execute(process.execPath, args, cwd);
}

function execute(command: string, args: readonly string[], cwd: string): string {
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', shell });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}
