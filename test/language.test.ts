import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../src/base/files/package-root.ts';
import { expectFile, fixtureNames, renderFixture } from './support/fixtures.ts';

/** A folder a construct: what is written, and what becomes of it. */
const folder = path.join(packageRoot, 'test/language');

for (const name of fixtureNames(folder)) {
  test(name, async () => {
    const { html, diagnostics } = await renderFixture(path.join(folder, name));
    expect(diagnostics.join('\n')).toBe('');
    expectFile(path.join(folder, name, 'expected.html'), html);
  });
}
