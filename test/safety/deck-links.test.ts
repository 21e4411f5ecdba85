import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findRoot } from '../../src/base/files/project-root.ts';
import { Visitor } from '../dev/security/visitor.ts';
import { serveDeck } from '../dev/session.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const secret = 'nobody-may-read-this';
const key = `-----BEGIN RSA PRIVATE KEY-----\n${secret}\n-----END RSA PRIVATE KEY-----\n`;

/** A stranger's project next to files of the user; a link in it has this path and target. */
function project(link: string, target: string): string {
  const folder = temporaryFolder({
    'home/.ssh/id_rsa': secret,
    'home/talks/private.md': `# ${secret}`,
    'home/repository/package.json': '{}',
    'home/repository/private.md': `# ${secret}`,
    'p/package.json': '{}',
    'p/.env': `SECRET=${secret}`,
    'p/.hidden/a.md': secret,
    'p/id_rsa': secret,
    'p/notes.txt': key,
    'p/talks/a.md': '# A',
  });
  const file = path.join(folder, 'p', link);
  mkdirSync(path.dirname(file), { recursive: true });
  symlinkSync(target, file);
  return path.join(folder, 'p');
}

const links = [
  ['a link to a key of the user', 'slides/a.md', '../../home/.ssh/id_rsa', 'file-outside'],
  ['a link to a file by its whole path', 'slides/a.md', '/etc/hostname', 'file-outside'],
  ['a link to a deck outside', 'slides/a.md', '../../home/talks/private.md', 'file-outside'],
  ['a folder that is a link', 'slides', '../home/talks', 'file-outside'],
  ['a folder that is a link to a project', 'slides', '../home/repository', 'file-outside'],
  ['a link to a hidden file', 'slides/a.md', '../.env', 'file-kind'],
  ['a link to a hidden folder', 'slides', '.hidden', 'file-kind'],
  ['a link to a secret file', 'slides/a.md', '../id_rsa', 'file-secret'],
  ['a link to a text with a key', 'slides/a.md', '../notes.txt', 'file-secret'],
] as const;

describe('a deck is not read if it is', () => {
  test.each(links)('%s', async (_, link, target, code) => {
    const cwd = project(link, target);
    const [name = ''] = readdirSync(path.join(cwd, 'slides'));
    const deck = `slides/${name === 'package.json' ? 'private.md' : name}`;
    const runs = [
      ['build', '--share'],
      ['build', deck],
      ['build', path.join(cwd, deck)],
      ['export', '--to', 'notes'],
    ];
    for (const args of runs) {
      const { exitCode, output, errors } = await lectern(args, cwd);
      expect(errors).toContain(`[${code}]`);
      expect(output + errors).not.toContain(secret);
      expect(exitCode).toBe(1);
    }
    expect(readdirSync(cwd)).not.toContain('dist');
  });

  test('a link, also not if the stranger’s folder is no project', async () => {
    const folder = temporaryFolder({ 'home/private.md': secret, 'p/a.md': '# A' });
    const cwd = path.join(folder, 'p');
    symlinkSync('../home', path.join(cwd, 'slides'));
    const { errors } = await lectern(['build'], cwd);
    expect(errors).toContain('error: "slides/private.md" lies outside of the project');
    expect(errors).toContain('[file-outside]');
  });

  test('a link to a hidden file, in lectern dev', async () => {
    const folder = project('talk.md', '.env');
    const { url, port } = await serveDeck(folder, 'talk.md');
    const page = await (await fetch(url)).text();
    expect(page).toContain('once it can be read');
    expect(page).not.toContain(secret);
    const [, token = ''] = /"token":"([\w-]+)"/.exec(page) ?? [];
    const visitor = await Visitor.open(port);
    for (const of of ['talk.md', '.env', 0]) {
      const answer = await visitor.ask({ type: 'edit', token, of }, 'refused');
      expect(JSON.stringify(answer)).not.toContain(secret);
    }
  });
});

describe('a deck is built if it is', () => {
  test.each([
    ['a link to a deck of the project', 'slides/a.md', '../talks/a.md'],
    ['in a folder that is a link in the project', 'slides', 'talks'],
  ])('%s', async (_, link, target) => {
    const cwd = project(link, target);
    const { exitCode, errors } = await lectern(['build'], cwd);
    expect(errors).toBe('');
    expect(exitCode).toBe(0);
    expect(readFileSync(path.join(cwd, 'dist/a.html'), 'utf8')).toContain('<h1');
  });

  test('in a linked folder that --root names', async () => {
    const cwd = project('slides', '../home/talks');
    const { exitCode } = await lectern(['build', '--root', 'slides'], cwd);
    expect(exitCode).toBe(0);
  });

  test('in a hidden folder that the user names', async () => {
    const cwd = project('link', 'talks');
    const { exitCode } = await lectern(['build', '.hidden/a.md'], cwd);
    expect(exitCode).toBe(0);
  });

  test('in a project that is reached by a link', async () => {
    const folder = temporaryFolder({ 'disk/p/package.json': '{}', 'disk/p/talks/a.md': '# A' });
    symlinkSync('disk/p', path.join(folder, 'p'));
    const other = temporaryFolder();
    const { exitCode } = await lectern(['build', path.join(folder, 'p/talks/a.md')], other);
    expect(exitCode).toBe(0);
  });
});

test('a project in a project is a root of its own', () => {
  const folder = temporaryFolder({ 'package.json': '{}', 'in/package.json': '{}', 'in/a.md': '' });
  writeFileSync(path.join(folder, 'b.md'), '');
  expect(findRoot('in/a.md', folder)).toBe(path.join(folder, 'in'));
  expect(findRoot('b.md', folder)).toBe(folder);
  symlinkSync('in', path.join(folder, 'link'));
  expect(findRoot('link/a.md', folder)).toBe(path.join(folder, 'in'));
});
