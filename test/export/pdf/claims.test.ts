import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../../src/base/files/package-root.ts';
import { sharedBrowser } from '../../support/export-flags.ts';
import { temporaryFolder } from '../../support/files.ts';
import { lectern } from '../../support/lectern.ts';
import { readClaims } from '../accessible/claims.ts';
import { constructFiles, isOftenWrong, readConstructs } from '../accessible/decks.ts';

test('a PDF says that it is PDF/UA if veraPDF says so, and only then', async () => {
  const decks = readConstructs().filter(({ name }) => isOftenWrong(name));
  const folder = temporaryFolder(constructFiles(decks));
  symlinkSync(path.join(packageRoot, 'node_modules'), path.join(folder, 'node_modules'));
  const flags = await sharedBrowser();
  const files = decks.map(({ name }) => `${name}.md`);
  const { exitCode, errors } = await lectern(['export', ...files, ...flags], folder);
  expect(exitCode, errors).toBe(0);
  const claims = readClaims(decks.map(({ name }) => path.join(folder, `dist/${name}.pdf`)));
  const found = claims.map(({ isClaimed, problems }, index) => {
    return { name: decks[index]?.name, isClaimed, problems: isClaimed ? problems : [] };
  });
  const wanted = decks.map(({ name, isAccessible }) => {
    return { name, isClaimed: isAccessible, problems: [] };
  });
  expect(found).toEqual(wanted);
});
