import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { codeFingerprint, SourceTree } from '../../src/base/code-fingerprint.ts';
import { temporaryFolder } from '../support/files.ts';

const files = {
  'package.json': '{}',
  'src/styles/styles.ts': `import { mix } from '../base/color.ts';\nimport type { Deck } from '../model.ts';\n`,
  'src/base/color.ts': `import {\n  parse,\n} from './css.ts';\nexport { names } from './names.ts';\n`,
  'src/base/css.ts': `import { parse } from 'postcss';\nconst late = import('./late.ts');\n`,
  'src/base/names.ts': 'export const names = [];\n',
  'src/base/late.ts': 'export const late = 1;\n',
  'src/model.ts': 'export interface Deck {}\n',
  'src/runtime/main.ts': `import '../chart/plan.ts';\n`,
  'src/runtime/view/view.css': 'a {}',
  'src/chart/plan.ts': 'export const plan = 1;\n',
  'node_modules/postcss/package.json': '{ "version": "8.5.0" }',
};

function fingerprints(root: string): readonly string[] {
  const tree = new SourceTree(root);
  return [tree.fingerprint(['src/styles/styles.ts']), tree.fingerprint(['src/runtime'])];
}

test.each([
  ['the module itself', 'src/styles/styles.ts', 'styles'],
  ['a module that it imports', 'src/base/color.ts', 'styles'],
  ['a module that an imported one imports', 'src/base/css.ts', 'styles'],
  ['a module that an imported one exports from', 'src/base/names.ts', 'styles'],
  ['a module that is imported when it is needed', 'src/base/late.ts', 'styles'],
  ['the version of a library', 'node_modules/postcss/package.json', 'styles'],
  ['a module in a folder', 'src/runtime/main.ts', 'runtime'],
  ['a style sheet in a folder', 'src/runtime/view/view.css', 'runtime'],
  ['a module that one in a folder imports', 'src/chart/plan.ts', 'runtime'],
  ['a module of which only types are imported', 'src/model.ts', 'nothing'],
])('an edit changes the fingerprints of the code that uses it: %s', (_, file, changed) => {
  const root = temporaryFolder(files);
  const [styles, runtime] = fingerprints(root);
  const edited = file.endsWith('package.json') ? '{ "version": "8.5.1" }' : '// Another one.\n';
  writeFileSync(path.join(root, file), edited);
  const [newStyles, newRuntime] = fingerprints(root);
  expect([newStyles !== styles, newRuntime !== runtime]).toEqual([
    changed === 'styles',
    changed === 'runtime',
  ]);
});

test('a module that was removed changes the fingerprint, too', () => {
  const root = temporaryFolder(files);
  const before = fingerprints(root);
  rmSync(path.join(root, 'src/base/names.ts'));
  expect(fingerprints(root)[0]).not.toBe(before[0]);
});

test('the folder of the checkout does not matter', () => {
  expect(fingerprints(temporaryFolder(files))).toEqual(fingerprints(temporaryFolder(files)));
});

test('the code of Lectern has one fingerprint for each kind of value', () => {
  const styles = codeFingerprint('src/5-bundle/styles/styles.ts');
  expect(styles).toMatch(/^[0-9a-f]{64}$/);
  expect(codeFingerprint('src/5-bundle/fonts/embed-font.ts')).not.toBe(styles);
  expect(codeFingerprint('src/5-bundle/styles/styles.ts')).toBe(styles);
});
