import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/main.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

describe('lectern talk.md', () => {
  test('builds the deck where no person reads the output', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# Talk' });
    const { exitCode, output } = await lectern(['talk.md', '--share'], cwd);
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^dist\/talk\.html/);
    expect(existsSync(path.join(cwd, 'dist/talk.html'))).toBe(true);
  });

  test('shows the deck on a terminal', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# Talk' });
    let errors = '';
    const terminal = {
      cwd,
      colors: false,
      debug: false,
      isInteractive: true,
      print: () => {},
      printError: (text: string) => {
        errors += text;
      },
    };
    // An option that only `dev` has, with a value that it refuses.
    const exitCode = await run(['talk.md', '--port', 'x'], terminal, async () => async () => {
      throw new Error('nothing is built');
    });
    expect([exitCode, errors]).toEqual([2, expect.stringContaining('--port x')]);
    expect(existsSync(path.join(cwd, 'dist'))).toBe(false);
  });

  test('says that there is no such file', async () => {
    const { exitCode, errors } = await lectern(['talk.md'], temporaryFolder());
    expect([exitCode, errors]).toEqual([1, expect.stringContaining('there is no file talk.md')]);
  });
});
