import { expect, test } from 'vitest';
import { buildPage } from '../../build.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { temporaryFolder } from '../support/files.ts';

const deck = `---
title: The harvest
format: revealjs
bibliography: refs.bib
---

## One

As in @key7.
`;

function works(count: number): string {
  return Array.from(
    { length: count },
    (_, i) =>
      `@book{key${i}, author = {Lee, Bo}, title = {The pears of year ${i}}, year = {2021}}\n`,
  ).join('');
}

async function pageSize(bibliography: string): Promise<number> {
  const folder = temporaryFolder({ 'deck.qmd': deck, 'refs.bib': bibliography });
  const options = { cwd: folder, root: folder, allowRemote: false, share: false } as const;
  const report = new Report();
  const page = await buildPage('deck.qmd', options, report);
  expect(report.diagnostics.map(({ message }) => message)).toEqual([]);
  expect(page?.html).toContain('Lee (2021)');
  expect(page?.html).toContain('The pears of year 7');
  return page?.html.length ?? 0;
}

test('a page carries no large bibliography of which it cites a few works', async () => {
  const large = works(20_000);
  expect(await pageSize(large)).toBeLessThan((await pageSize(works(8))) + 10_000);
});
