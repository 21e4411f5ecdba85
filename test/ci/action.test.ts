import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { codeIn, rowsIn, sectionOf } from '../docs/pages.ts';
import { compiledModule } from '../support/compiled.ts';
import { temporaryFolder } from '../support/files.ts';

interface Action {
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly default: unknown }>
  >;
  readonly runs: { readonly steps: readonly Step[] };
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

const text = readFileSync(path.join(packageRoot, 'action.yml'), 'utf8');
const action = parse(text) as Action;

describe('action.yml', () => {
  test('uses the inputs that it has, all documented', () => {
    const names = Object.keys(action.inputs).sort();
    const used = [...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(names);
    const rows = rowsIn(sectionOf('docs/deploying.md', 'GitHub action'));
    expect(rows.map(([first]) => codeIn(first)[0]).sort()).toEqual(names);
    for (const { description, default: value } of Object.values(action.inputs)) {
      expect([description.endsWith('.'), typeof value]).toEqual([true, 'string']);
    }
  });

  test('runs no input as a command, and uses actions of the code host only', () => {
    for (const { run = '', uses = 'actions/' } of action.runs.steps) {
      expect(run).not.toContain('${{');
      expect(uses).toMatch(/^(?:actions|github)\//);
    }
  });
});

describe.skipIf(process.platform === 'win32')('the script of the action', () => {
  /** Runs the script where `npx lectern` is this checkout. */
  async function run(cwd: string, variables: Readonly<Record<string, string>>) {
    const npx = `#!/bin/sh\nshift\nexec "${process.execPath}" "${await compiledModule('src/cli.ts')}" "$@"\n`;
    const bin = temporaryFolder({ npx });
    chmodSync(path.join(bin, 'npx'), 0o755);
    // Slides need no browser to show here what the script does.
    const env = {
      ...process.env,
      ...variables,
      LECTERN_BROWSER: '/no/browser',
      PATH: `${bin}:${process.env.PATH}`,
    };
    return spawnSync('bash', [path.join(packageRoot, 'scripts/action.sh')], {
      cwd,
      env,
      encoding: 'utf8',
    });
  }

  test('checks with annotations and a report, builds and exports', async () => {
    const cwd = temporaryFolder({
      'slides/a b.md': '# A\n\nNote: Secret',
      'slides/$(touch hacked).md': '# B\n\n![](missing.png)',
      'slides/other.md': '# Other',
    });
    const sarif = path.join(cwd, 'lectern.sarif');
    const decks = 'slides/a b.md\n\nslides/$(touch hacked).md\n';
    const variables = { LECTERN_DECKS: decks, LECTERN_SARIF: sarif, LECTERN_EXPORT: 'notes' };
    const { status, stdout } = await run(cwd, variables);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=slides\/\$\(touch hacked\)\.md,line=3,/m);
    const [, before, token] =
      /^([\s\S]*)::stop-commands::(lectern-\w{32})\n[\s\S]*\n::\2::\n$/.exec(stdout) ?? [];
    expect(before).toContain('::error file=');
    expect(token).toBeDefined();
    const report = JSON.parse(readFileSync(sarif, 'utf8')) as { readonly version: string };
    expect(report.version).toBe('2.1.0');
    expect(readFileSync(path.join(cwd, 'dist/a b.html'), 'utf8')).not.toContain('Secret');
    expect(existsSync(path.join(cwd, 'dist/a b-notes.md'))).toBe(true);
    for (const name of ['dist/other.html', 'hacked', 'dist/hacked']) {
      expect(existsSync(path.join(cwd, name))).toBe(false);
    }
  });

  test('takes every deck in slides/, and warnings as errors if that is wanted', async () => {
    const cwd = temporaryFolder({ 'slides/a.md': '# A\n\n[x]: https://example.org\n\nNote: Hi' });
    const variables = { LECTERN_CHECK: 'false', LECTERN_SHARE: 'false' };
    expect((await run(cwd, variables)).status).toBe(0);
    expect(readFileSync(path.join(cwd, 'dist/a.html'), 'utf8')).toContain('Hi');
    const strict = temporaryFolder({
      'slides/a.md': '---\nlang: en\n---\n\n# A\n\n:nosuch-icon-x: ![](https://example.org/a.png)',
    });
    expect((await run(strict, { ...variables, LECTERN_STRICT: 'true' })).status).toBe(1);
    expect(existsSync(path.join(strict, 'dist/a.html'))).toBe(false);
  });
});
