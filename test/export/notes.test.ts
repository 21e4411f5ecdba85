import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';
import { exportNotes } from './export-notes.ts';

const talk = `---
author: Ada
date: 2026-05-01
time: 3m
---

# The talk

Note: Say *hello*.

---
time: 1m
---

Text without a title.

---
hide: true
---

## Hidden

Note: Not to be seen.

---

## The *last*

Note: End.
`;

test('slides stand in their order with their titles, numbers and times', async () => {
  expect(await exportNotes(talk, 'talk-notes.md')).toMatchInlineSnapshot(`
    "# The talk

    Ada · 2026-05-01 · 3 min


    ## 1. The talk

    1 min, 0:00–1:00

    Say *hello*.


    ## Slide 2

    1 min, 1:00–2:00


    ## 3. The last

    1 min, 2:00–3:00

    End.
    "
  `);
  expect(await exportNotes(talk, 'talk-notes.txt')).toMatchInlineSnapshot(`
    "The talk
    ========

    Ada · 2026-05-01 · 3 min


    1. The talk
    -----------

    1 min, 0:00–1:00

    Say hello.


    Slide 2
    -------

    1 min, 1:00–2:00


    3. The last
    -----------

    1 min, 2:00–3:00

    End.
    "
  `);
});

test('some slides keep the numbers and times that they have among all', async () => {
  expect(await exportNotes(talk, 'talk-notes.txt', '--slides', '3')).toMatchInlineSnapshot(`
    "The talk
    ========

    Ada · 2026-05-01 · 3 min


    3. The last
    -----------

    1 min, 2:00–3:00

    End.
    "
  `);
});

test('times count from the start only as far as all slides have one', async () => {
  const deck = '# A\n\n---\ntime: 30s\n---\n\n## B';
  expect(await exportNotes(deck, 'talk-notes.md')).toContain('## 2. B\n\n30 s\n');
});

test('no browser is asked for', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# A\n\nNote: B' });
  const flags = ['--to', 'notes', '--browser', '/there/is/none'];
  expect(await lectern(['export', 'talk.md', ...flags], cwd)).toMatchObject({ exitCode: 0 });
});

test('one file can be named, and its ending says which', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# A\n\nNote: *B*' });
  expect(await lectern(['export', 'talk.md', '--out', 'say.txt'], cwd)).toMatchObject({
    exitCode: 0,
  });
  expect(readFileSync(path.join(cwd, 'say.txt'), 'utf8')).toBe('A\n=\n\n\n1. A\n----\n\nB\n');
  const { errors } = await lectern(['export', 'talk.md', '--out', 'talk.md'], cwd);
  expect(errors).toContain('the output would overwrite the deck talk.md');
  const several = await lectern(['export', 'talk.md', '--to', 'notes,text', '--out', 'a.txt'], cwd);
  expect(several.errors).toContain('--out a.txt has the wrong extension for --to notes');
});
