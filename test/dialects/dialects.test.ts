import { cpSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { dialects } from '../../src/model/source.ts';
import { temporaryFolder } from '../support/files.ts';
import { expectFile, fixtureNames } from '../support/fixtures.ts';
import { outline } from './outline.ts';

/** A folder a tool, with a folder a construct: a deck that has it, and what becomes of it. */
const folder = path.join(packageRoot, 'test/dialects');

describe.each(dialects.filter((name) => name !== 'lectern'))('a deck of %s', (dialect) => {
  const names = fixtureNames(path.join(folder, dialect));

  test('has a fixture for each construct', () => {
    expect(names.length).toBeGreaterThan(0);
  });

  test.each(names)('with %s', async (name) => {
    const project = temporaryFolder();
    cpSync(path.join(folder, dialect, name), project, { recursive: true });
    expectFile(path.join(folder, dialect, name, 'expected.txt'), await outline(project));
  });
});
