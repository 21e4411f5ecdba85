import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/files.ts';
import { lectern } from '../../support/lectern.ts';

const secret = 'nobody-may-read-this: yes\n';

async function check(folder: string) {
  const args = ['check', 'talk.md', '--no-browser', '--json'];
  const { output, errors } = await lectern(args, folder);
  return output + errors;
}

describe.each(['lectern.config.json', 'lectern.config.yaml', 'lectern.words'])(
  '%s of a stranger',
  (name) => {
    test('is not read if it is a link out of the project', async () => {
      const outside = temporaryFolder({ 'secret.txt': secret });
      const folder = temporaryFolder({ 'package.json': '{}', 'talk.md': '# Title\n' });
      symlinkSync(path.join(outside, 'secret.txt'), path.join(folder, name));
      const said = await check(folder);
      expect(said).toContain(`${name} is a link out of the project, and is not read`);
      expect(said).not.toContain('nobody-may-read-this');
    });

    test('is not read if it is a link to a hidden file', async () => {
      const folder = temporaryFolder({ 'package.json': '{}', 'talk.md': '# T\n', '.env': secret });
      symlinkSync('.env', path.join(folder, name));
      const said = await check(folder);
      expect(said).toContain('is hidden');
      expect(said).not.toContain('nobody-may-read-this');
    });

    test('may be a link to another file of the project', async () => {
      const files = { 'package.json': '{}', 'talk.md': '# Title\n', 'common/own.txt': '' };
      const folder = temporaryFolder(files);
      symlinkSync('common/own.txt', path.join(folder, name));
      expect(await check(folder)).not.toContain('not read');
    });

    test('is not read if it is too large', async () => {
      const folder = temporaryFolder({ 'package.json': '{}', 'talk.md': '# Title\n', [name]: '' });
      truncateSync(path.join(folder, name), 3_000_000_000);
      expect(await check(folder)).toContain(`${name} has more than 1 MB, and is not read`);
    });

    test('is not read if it is a folder', async () => {
      const folder = temporaryFolder({ 'package.json': '{}', 'talk.md': '# Title\n' });
      mkdirSync(path.join(folder, name));
      expect(await check(folder)).toContain(`${name} is not an ordinary file, and is not read`);
    });
  },
);

const testWithPipes = test.skipIf(process.platform === 'win32');

testWithPipes('pipes in the place of files end no check', async () => {
  const files = { 'package.json': '{}', 'talk.md': '# T\n\n![A cat](a.gif)\n' };
  const folder = temporaryFolder(files);
  for (const name of ['a.gif', 'lectern.words']) execFileSync('mkfifo', [path.join(folder, name)]);
  const said = await check(folder);
  expect(said).toContain('is not an ordinary file');
  expect(said).toContain('lectern.words is not an ordinary file, and is not read');
});

test('control characters of names are not printed, and no file outside is changed', async () => {
  const outside = temporaryFolder({ 'real.md': '# A\n\n### B\n' });
  const name = 'a\u001b]0;x\u0007\u009b31m\u202e.md';
  const folder = temporaryFolder({ 'package.json': '{}', [name]: '# A\n\n### B\n' });
  symlinkSync(path.join(outside, 'real.md'), path.join(folder, 'link.md'));
  for (const format of ['text', 'json', 'sarif', 'github']) {
    const args = ['check', name, '--no-browser', '--format', format, '--fix'];
    const { output, errors } = await lectern(args, folder);
    expect(output + errors).not.toMatch(/[\u001b\u0007\u009b\u202e]/);
    writeFileSync(path.join(folder, name), '# A\n\n### B\n');
  }
  const { errors } = await lectern(['check', 'link.md', '--no-browser', '--fix'], folder);
  expect(errors).toContain('outside of the project');
});
