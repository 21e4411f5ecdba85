import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { escapeScript, readScripts } from '../../src/5-bundle/assets/scripts.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { Inputs } from '../../src/base/inputs.ts';
import { temporaryFolder } from '../support/files.ts';
import { optionsFor, problems, refTo } from './support.ts';

function run(script: string): unknown {
  return runInNewContext(`${script}; result`);
}

test('nothing in a script ends its element, and it does what it did', () => {
  for (const source of [
    'const result = "</script><!-- <SCRIPT>"',
    'const result = `</Script <!--`',
    'const result = /<\\/script|<!--/u.test("<!--")',
    'const result = [1 < 2, "a</b>"]',
  ]) {
    const script = escapeScript(source);
    expect(script).not.toMatch(/<(?:!--|\/?script)/i);
    expect(run(script)).toEqual(run(source));
  }
});

test('broken scripts are errors at their lines', async () => {
  const root = temporaryFolder({ 'good.js': 'let a;\r\n', 'bad.js': 'let a;\nlet = ;\n' });
  const report = new Report();
  const refs = ['good.js', 'bad.js', 'none.js'].map((name) => refTo(name, root));
  const scripts = await readScripts(refs, optionsFor(root), new Inputs(), report);
  expect(scripts.map(({ text }) => text)).toEqual(['let a;']);
  expect(problems(report)).toEqual([
    `script-syntax 2:1 broken JavaScript: Unexpected token ';'`,
    'file-missing 1:1 there is no file "none.js"',
  ]);
});
