import { expect, test } from 'vitest';
import { buildPage } from '../../build.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { temporaryFolder } from '../support/files.ts';

const deck = `---
marp: true
theme: gaia
style: |
  section { --color-background: #102030; --color-foreground: #fafafa; --color-highlight: #fc0 }
  :root { --accent-color: #123456 }
---

# The harvest

A [link](https://example.org)
`;

test('variables of themes of Marp set those of ours, and its other ones are no mistakes', async () => {
  const folder = temporaryFolder({ 'deck.md': deck });
  const options = { cwd: folder, root: folder, allowRemote: false, share: false } as const;
  const report = new Report();
  const page = await buildPage('deck.md', options, report);
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['dialect-read']);
  const set = ['--color-text: ?#fafafa', '--color-heading: ?#fafafa', '--color-link: ?#fc0'];
  const missing = set.filter((rule) => !new RegExp(rule).test(page?.html ?? ''));
  expect(missing).toEqual([]);
});
