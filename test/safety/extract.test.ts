import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { refusalsOf } from '../../src/cli/extract/extractable.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';
import { ordinary, planted } from './reading/planted-names.ts';

interface Carried {
  readonly path: string;
  readonly text?: string;
  readonly base64?: string;
  readonly sha256?: string;
}

/** A page whose source a stranger has written. */
function hostilePage(files: readonly Carried[], rest = ''): string {
  const source = JSON.stringify({ entry: files[0]?.path, files }).replaceAll('<', '\\u003c');
  return `${rest}<script type="application/vnd.lectern.source+json">${source}</script>`;
}

async function extract(files: readonly Carried[], rest?: string) {
  const cwd = temporaryFolder({ 'deck.html': hostilePage(files, rest) });
  return { cwd, ...(await lectern(['extract', 'deck.html', '--out', 'out'], cwd)) };
}

function chunks(names: readonly string[], size: number): string[][] {
  const count = Math.ceil(names.length / size);
  return Array.from({ length: count }, (_, i) => names.slice(i * size, (i + 1) * size));
}

describe('extract plants no file that another program runs or obeys', () => {
  // No more than are listed.
  test.each(chunks(planted, 90))('also if the deck names it: %s …', async (...names) => {
    const text = `# Deck\n\n${names.map((name) => `\`\`\`ini src="${name}"\n\`\`\`\n`).join('\n')}`;
    const { cwd, exitCode, output, errors } = await extract([
      { path: 'deck.md', text },
      ...names.map((name) => ({ path: name, text: '[core]\nfsmonitor = "touch /tmp/x"' })),
    ]);
    expect(readdirSync(path.join(cwd, 'out'), { recursive: true })).toEqual(['deck.md']);
    expect(exitCode).toBe(1);
    expect(output).toContain('out/deck.md');
    expect(errors).toContain(`left out ${names.length} files`);
    for (const name of names) expect(errors).toContain(`  ${name}: `);
  });

  test('but ordinary code samples', async () => {
    const text = ordinary.map((name) => `\`\`\`text src=${name}\n\`\`\`\n`).join('\n');
    const files = ordinary.map((name) => ({ path: name, text: 'x' }));
    const { exitCode, errors } = await extract([{ path: 'TALK.md', text }, ...files]);
    expect(errors).toBe('');
    expect(exitCode).toBe(0);
  });

  test('nor code that the deck does not use', async () => {
    const { cwd, exitCode, errors } = await extract([
      { path: 'slides/deck.md', text: '# Deck\n\n```ts src=../code/used.ts#main\n```\n' },
      { path: 'code/used.ts', text: '1' },
      { path: 'code/other.ts', text: '2' },
      { path: 'code/used.bin', base64: 'AAEC' },
    ]);
    expect(exitCode).toBe(1);
    expect(readdirSync(path.join(cwd, 'out/code'))).toEqual(['used.ts']);
    expect(errors).toContain('code/other.ts: the deck does not use it');
  });

  test('nor a deck that is such a file', async () => {
    const { cwd, exitCode, errors } = await extract([{ path: '.git/config', text: '# Deck' }]);
    expect(exitCode).toBe(2);
    expect(errors).toContain('deck.html contains no deck that may be written');
    expect(existsSync(path.join(cwd, 'out'))).toBe(false);
  });
});

test.each([
  ['\u001b]0;title\u0007.md', '\\u001b]0;title\\u0007.md'],
  ['a\u009b2Jb.md', 'a\\u009b2Jb.md'],
  ['a\u202egnp.md', 'a\\u202egnp.md'],
])('a name with control characters is refused and escaped: %j', async (name, shown) => {
  const { exitCode, errors } = await extract([
    { path: 'deck.md', text: '# Deck' },
    { path: name, text: '' },
  ]);
  expect(exitCode).toBe(2);
  expect(errors).toContain(`invalid path "${shown}"`);
});

test('the name of the page is escaped, too', async () => {
  const { errors } = await lectern(['extract', 'a\u001b[2J\u009b.html'], temporaryFolder());
  expect(errors).toBe(
    'lectern: cannot read a\\u001b[2J\\u009b.html: file not found\n  name the HTML file of a deck\n',
  );
});

describe.skipIf(process.platform === 'win32')('the page is an ordinary file', () => {
  test('and neither a pipe nor a device nor too large', async () => {
    const cwd = temporaryFolder({ 'large.html': '' });
    execFileSync('mkfifo', [path.join(cwd, 'pipe.html')]);
    symlinkSync('/dev/zero', path.join(cwd, 'device.html'));
    truncateSync(path.join(cwd, 'large.html'), 3e9);
    const errorOf = async (name: string) => (await lectern(['extract', name], cwd)).errors;
    expect(await errorOf('pipe.html')).toContain('pipe.html is not an ordinary file');
    expect(await errorOf('device.html')).toContain('device.html is not an ordinary file');
    expect(await errorOf('large.html')).toContain('large.html has 3000.0 MB');
    expect(await errorOf('.')).toContain('is not an ordinary file');
  });

  test('and the printed command runs nothing of its names', async () => {
    const name = "$(touch x)`touch y`';.md";
    const { output } = await extract([{ path: name, text: '# Deck' }]);
    const [, command = ''] = /to build it: lectern build (.*)\n/.exec(output) ?? [];
    expect(execFileSync('sh', ['-c', `printf %s ${command}`]).toString()).toBe(`out/${name}`);
  });
});

describe('what a page may contain is bounded', () => {
  test('in files', async () => {
    const files = Array.from({ length: 20_001 }, (_, i) => ({ path: `${i}.md`, text: '' }));
    const { exitCode, errors } = await extract(files);
    expect(exitCode).toBe(2);
    expect(errors).toContain('it contains more than 20000 files');
  });

  test('in bytes for each byte of the page', async () => {
    const bytes = Buffer.alloc(100_000, 1);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const image = `<img src="data:image/png;base64,${bytes.toString('base64')}">`;
    const files = Array.from({ length: 5000 }, (_, i) => ({ path: `${i}.png`, sha256 }));
    const { cwd, errors } = await extract([{ path: 'deck.md', text: '' }, ...files], image);
    expect(errors).toContain('its files are more than 4 times as large as the page');
    expect(existsSync(path.join(cwd, 'out'))).toBe(false);
  });

  test('in the length of a path', async () => {
    const { errors } = await extract([{ path: `${'a/'.repeat(5000)}deck.md`, text: '' }]);
    expect(errors).toContain('invalid path "a/a/');
    expect(errors.length).toBeLessThan(300);
  });
});

test('all files are written, or none', async () => {
  const { cwd, exitCode } = await extract([
    { path: 'deck.md', text: '# Deck' },
    { path: 'a.md', text: '' },
    { path: 'a.md/b.md', text: '' },
  ]);
  expect(exitCode).toBe(1);
  expect(readdirSync(cwd)).toEqual(['deck.html']);
});

test('an empty folder is filled', async () => {
  const cwd = temporaryFolder();
  writeFileSync(path.join(cwd, 'deck.html'), hostilePage([{ path: 'a/deck.md', text: '' }]));
  mkdirSync(path.join(cwd, 'out'));
  await lectern(['extract', 'deck.html', '--out', 'out'], cwd);
  expect(readdirSync(path.join(cwd, 'out'), { recursive: true })).toEqual(['a', 'a/deck.md']);
});

test('of thousands of files, each is read a fixed number of times', () => {
  let reads = 0;
  const fileOf = (name: string, text: string) => ({
    path: name,
    get bytes() {
      reads++;
      return Buffer.from(text);
    },
  });
  const files = [
    fileOf('deck.md', '# A deck\n\n![](a.csv) {src=b.ts}\n'),
    ...Array.from({ length: 5000 }, (_, i) => fileOf(`data/part-${i % 50}/file-${i}.ts`, 'let x')),
  ];
  const reasonOf = refusalsOf({ entry: 'deck.md', files });
  const reasons = files.map(reasonOf);
  expect(new Set(reasons)).toEqual(new Set([undefined, 'the deck does not use it']));
  expect(reads).toBeLessThanOrEqual(2 * files.length);
});

test('thousands of files are extracted', async () => {
  const files = [
    { path: 'deck.md', text: '# A deck\n\n![](a.csv) {src=b.ts}\n'.repeat(5000) },
    ...Array.from({ length: 2000 }, (_, i) => ({
      path: `data/part-${i % 50}/file-${i}.csv`,
      text: `x,y\n${i},1\n`,
    })),
  ];
  const { cwd, exitCode } = await extract(files);
  expect(exitCode).toBe(0);
  expect(readdirSync(path.join(cwd, 'out', 'data', 'part-7'))).toHaveLength(40);
});
