import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { compiledImport } from '../support/compiled.ts';
import { temporaryFolder } from '../support/files.ts';
import { runLectern, runNode, runScript } from '../support/lectern.ts';

test('the exit code is the process’s own', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# Talk', 'bad.md': '---\nno: such key\n---\n# Talk' });
  expect(await runLectern(['build', 'talk.md'], { cwd })).toMatchObject({
    exitCode: 0,
    errors: '',
  });
  expect(await runLectern(['build', 'bad.md'], { cwd })).toMatchObject({ exitCode: 1, output: '' });
  expect(await runLectern(['bild'], { cwd })).toMatchObject({ exitCode: 2, output: '' });
});

test('what `npm run build` runs builds all of slides/', async () => {
  const cwd = temporaryFolder({ 'slides/a.md': '# A', 'slides/b.md': '# B' });
  const args = ['--import', import.meta.resolve('tsx'), path.join(packageRoot, 'build.ts')];
  const outcome = await runNode(args, { cwd });
  expect(outcome).toMatchObject({ exitCode: 0, errors: '' });
  expect(readdirSync(path.join(cwd, 'dist')).sort()).toEqual(['a.html', 'b.html']);
});

test('a reader that stops reading is no error', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# Talk' });
  const outcome = await runLectern(['build', 'talk.md'], {
    cwd,
    onStart: (child) => child.stdout?.destroy(),
  });
  expect(outcome).toMatchObject({ exitCode: 0, errors: '' });
  expect(existsSync(path.join(cwd, 'dist/talk.html'))).toBe(true);
});

test('a build that ends without an end is no success', async () => {
  const script = `
    import { main } from ${await compiledImport('src/cli/main.ts')};
    main(['build', 'talk.md'], async () => () => new Promise(() => {}));`;
  const cwd = temporaryFolder({ 'talk.md': '# Talk' });
  const { exitCode } = await runScript(script, { cwd });
  expect(exitCode).toBe(1);
});

test('what a callback throws is an internal error, too', async () => {
  const script = `
    import { main } from ${await compiledImport('src/cli/main.ts')};
    const buildPage = () => new Promise(() => setImmediate(() => { throw new Error('late'); }));
    await main(['build', 'talk.md'], async () => buildPage);`;
  const cwd = temporaryFolder({ 'talk.md': '# Talk' });
  const { exitCode, errors } = await runScript(script, { cwd });
  expect(exitCode).toBe(1);
  expect(errors).toMatch(
    /^error: internal error while running lectern build talk.md: late \[internal\]/,
  );
  expect(errors).not.toContain('    at ');
});
