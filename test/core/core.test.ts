import path from 'node:path';
import { expect, test } from 'vitest';
import { buildPage } from '../../build.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { temporaryFolder } from '../support/files.ts';
import { png } from '../support/images.ts';
import { openCore } from './core.ts';

const rich = `---
title: All at once
theme: night
transition: fade
styles: own.css
---

# All *at once* :rocket:

---
autoAnimate: true
---

## Flow

\`\`\`mermaid
flowchart LR
  A[Start $x^2$] --> B{Ok?}
  B -->|yes| C[End]
\`\`\`

---

\`\`\`dot
digraph { a -> b; b -> c }
\`\`\`

---

## Sales

\`\`\`chart line
data: data/sales.csv
\`\`\`

$$ a^2 + b^2 = c^2 $$

---

![A dot](dot.png)

- :lucide-star: one

\`\`\`js {1|2}
const x = 1;
const y = 2;
\`\`\`

Note: for the speaker
`;

const files = {
  'talk.md': rich,
  'own.css': '.reveal h2 { color: teal; }\n',
  'data/sales.csv': 'month,a,b\n2020-01-01,1,3\n2021-01-01,2,4\n',
  'dot.png': png(20, 10),
};

const marp =
  '---\nmarp: true\npaginate: true\n---\n\n# One\n\n---\n\n<!-- _class: lead -->\n\n## Two\n';

test('the core builds the same bytes as a build on disk, from files in memory', async () => {
  const { core, imports } = await openCore();
  expect(imports).toEqual([]);

  for (const [name, all] of [
    ['talk.md', files],
    ['deck.md', { 'deck.md': marp }],
  ] as const) {
    const built = await core.build(name, new Map(Object.entries(all)));
    const shown = built.diagnostics.filter(({ severity }) => severity !== 'note');
    expect(shown).toEqual([]);
    const folder = temporaryFolder(all);
    const options = { cwd: folder, root: folder, allowRemote: false, share: false };
    const page = await buildPage(path.join(folder, name), options, new Report());
    expect(built.html === page?.html).toBe(true);
    expect(built.slides).toEqual(page?.slides);
  }

  // Builds at the same time see their own files only.
  const texts = ['ink', 'paper', 'signal'].map(
    (theme) => `---\ntheme: ${theme}\n---\n\n# ${theme}\n`,
  );
  const alone = [];
  for (const text of texts) alone.push(await core.build('talk.md', new Map([['talk.md', text]])));
  const together = await Promise.all(
    texts.map((text) => core.build('talk.md', new Map([['talk.md', text]]))),
  );
  expect(together).toEqual(alone);
  expect(together.map(({ title }) => title)).toEqual(['ink', 'paper', 'signal']);

  // What is wrong is returned, at its place.
  const broken = '# One\n\n![](none.png)\n\n```chart bar\ndata: ../secret.csv\n```\n';
  const wrong = await core.build('talk.md', new Map([['talk.md', broken]]));
  expect(wrong.html).toBeUndefined();
  expect(wrong.diagnostics).toMatchObject([
    { code: 'file-missing', severity: 'error', span: { file: 'talk.md', line: 3 } },
    { severity: 'error', span: { file: 'talk.md', line: 6 } },
  ]);
  const preview = await core.build('talk.md', new Map([['talk.md', broken]]), { preview: true });
  expect(preview.html).toContain('One');

  // What only the command line can do is said.
  const large = '---\nimages: {max: 320, quality: 80}\n---\n\n![A large one](big.png)\n';
  const big = new Map<string, string | Uint8Array>([
    ['talk.md', large],
    ['big.png', png(400, 400)],
  ]);
  expect((await core.build('talk.md', big)).diagnostics).toMatchObject([
    { code: 'image-unreduced', message: expect.stringContaining('only the command line') },
  ]);

  const parsed = await core.parse('talk.md', new Map([['talk.md', '# A\n\n---\n\n# B\n']]));
  expect(parsed.deck?.stacks.flat()).toHaveLength(2);
  const signal = AbortSignal.abort(new Error('stopped'));
  await expect(core.build('talk.md', new Map([['talk.md', '# A']]), { signal })).rejects.toThrow(
    'stopped',
  );
});
