import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { removeFolder } from '../../src/6-export/browser/remove-folder.ts';
import { temporaryFolder } from '../support/files.ts';
import { runNode } from '../support/lectern.ts';

test('a folder is removed in which a process still writes for a while', async () => {
  const folder = temporaryFolder({ 'profile/file': '' });
  const profile = path.join(folder, 'profile');
  const script = `
    const { writeFileSync } = require('node:fs');
    const end = Date.now() + 300;
    for (let i = 0; Date.now() < end; i++) {
      try { writeFileSync(process.argv[1] + '/' + i, ''); } catch {}
    }`;
  const writing = runNode(['-e', script, profile]);
  await expect.poll(() => readdirSync(profile).length).toBeGreaterThan(1);
  expect(removeFolder(profile)).toBe(true);
  await writing;
  expect(existsSync(profile)).toBe(false);
});
