import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { contentsOf, serveTalk, Visitor } from './visitor.ts';

test('a draft does not reach the disk, and goes with its page', async () => {
  const { port, token, folder, url, builds } = await serveTalk();
  const before = contentsOf(folder);
  const visitor = await Visitor.open(port);
  await visitor.ask({ type: 'edit', token, of: 'talk.md' }, 'built');
  const draft = { type: 'draft', token, file: 'talk.md', id: '1', text: '# A draft' };
  await visitor.ask(draft, 'built');
  expect(await (await fetch(url)).text()).toContain('A draft');
  expect(contentsOf(folder)).toEqual(before);
  visitor.say({ type: 'close', token });
  await expect.poll(() => builds.at(-1)?.drafts.size).toBe(0);
  expect(await (await fetch(url)).text()).not.toContain('A draft');
});

test('drafts that come faster than builds leave no queue: the last one wins', async () => {
  const { port, token, url, builds } = await serveTalk();
  const visitor = await Visitor.open(port);
  await visitor.ask({ type: 'edit', token, of: 'talk.md' }, 'built');
  const before = builds.length;
  for (let i = 1; i <= 300; i++) {
    visitor.say({ type: 'draft', token, file: 'talk.md', id: `${i}`, text: `# Draft ${i}` });
  }
  await expect.poll(async () => (await fetch(url)).text()).toContain('Draft 300<');
  expect(builds.length - before).toBeLessThan(150);
});

test('a file changed after its page was closed is shown at once', async () => {
  const { port, token, folder, url } = await serveTalk();
  const visitor = await Visitor.open(port);
  await visitor.ask({ type: 'edit', token, of: 'talk.md' }, 'built');
  const draft = { type: 'draft', token, file: 'talk.md', id: '1', text: '# A draft' };
  await visitor.ask(draft, 'built');
  visitor.leave();
  await expect.poll(() => visitor.closed).toBeGreaterThan(0);
  // The page may only be loaded anew.
  expect(await (await fetch(url)).text()).toContain('A draft');
  writeFileSync(path.join(folder, 'talk.md'), '# From elsewhere');
  await expect.poll(async () => (await fetch(url)).text()).toContain('From elsewhere');
});

test('a page is told which of its drafts was built, though it has sent others since', async () => {
  const { port, token } = await serveTalk();
  const visitor = await Visitor.open(port);
  await visitor.ask({ type: 'edit', token, of: 'talk.md' }, 'built');
  const draft = { type: 'draft', token, file: 'talk.md' };
  visitor.say({ ...draft, id: 'first', text: '# One' });
  visitor.say({ ...draft, id: 'second', text: '# Two' });
  const told = () =>
    visitor.messages.flatMap((each) => (each.type === 'built' ? [each.texts] : []));
  await expect.poll(() => told().at(-1)).toEqual([['talk.md', 'second']]);
  expect(told().filter((texts) => texts.length === 0)).toEqual([]);
});

test.each([
  ['a name longer than any', `![x](${'a'.repeat(300)}.png)`],
  ['a way through links that lead round', '![x](round/a.png)'],
  ['a folder that is a file', '![x](talk.md/a.png)'],
  ['a NUL', '![x](a%00b.png)'],
])('a deck that names %s shows an error, and the server stays', async (_, image) => {
  const { port, token, folder, url } = await serveTalk();
  symlinkSync('round', path.join(folder, 'round'));
  const visitor = await Visitor.open(port);
  const draft = { type: 'draft', token, file: 'talk.md', id: '1', text: `# A\n\n${image}` };
  const told = await visitor.ask(draft, 'diagnostics');
  expect(told).toMatchObject({ diagnostics: [{ severity: 'error' }] });
  expect(JSON.stringify(told)).toContain('talk.md:3:');
  expect(JSON.stringify(told)).not.toContain('[internal]');
  expect((await fetch(url)).status).toBe(200);
});

test('a draft discarded after a reload disappears from the page at once', async () => {
  const { port, token, url } = await serveTalk();
  const draft = { type: 'draft', token, file: 'talk.md', id: '1', text: '# A draft' };
  const before = await Visitor.open(port);
  await before.ask({ type: 'edit', token, of: 'talk.md' }, 'built');
  await before.ask(draft, 'built');
  before.leave();
  await expect.poll(() => before.closed).toBeGreaterThan(0);
  const after = await Visitor.open(port);
  await after.ask({ type: 'edit', token, of: 'talk.md' }, 'built');
  await after.ask(draft, 'built');
  after.say({ type: 'close', token });
  await expect.poll(async () => (await fetch(url)).text()).toContain('A talk');
});
