import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect } from 'vitest';
import { codes } from '../../src/base/diagnostics/diagnostic.ts';
import { packageRoot } from '../../src/base/files/package-root.ts';
import {
  chapterNote,
  clausesOf,
  otherClauses,
  pdfClauses,
} from '../../src/check/report/clauses.ts';
import { addressOf, criteria } from '../../src/check/report/criteria.ts';
import { test } from '../support/browser/browser.ts';
import { sharedBrowser } from '../support/export-flags.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const talk = `---
title: The <harvest>
lang: en
date: 2026-03-01
check: { link-text: off }
---

# Apples & pears

![The orchard](orchard.jpg)

---

## Dead

A [pear](#nothing), and $x^2$.

---

## Excused

<!-- check-ignore link-target: it is filled later -->
[Cherries](#missing)

---

## Sound

![Bees at work](bee.mp3)
`;

const files = ['orchard.jpg', 'bee.mp3'];

function project(): string {
  const source = (name: string) =>
    readFileSync(path.join(packageRoot, 'test/docs/project/slides', name));
  return temporaryFolder({
    'talk.md': talk,
    ...Object.fromEntries(files.map((name) => [name, source(name)])),
  });
}

describe('the criteria', () => {
  test('are those of WCAG 2.2, levels A and AA', () => {
    const levels = criteria.map(({ level }) => level);
    expect(levels.filter((level) => level === 'A')).toHaveLength(31);
    expect(levels.filter((level) => level === 'AA')).toHaveLength(24);
    expect(new Set(criteria.map(({ id }) => id)).size).toBe(55);
    const order = criteria.map(({ id }) => id.split('.').map(Number));
    const sorted = order.toSorted(
      ([a = 0, b = 0, c = 0], [x = 0, y = 0, z = 0]) => a - x || b - y || c - z,
    );
    expect(order).toEqual(sorted);
  });

  test('name rules that there are, and what is left to a person', () => {
    const tests = criteria.flatMap(({ rules, hints }) => [...rules, ...hints]);
    const known = [...Object.keys(codes), 'page-title', 'page-language'];
    expect(tests.filter((name) => !known.includes(name))).toEqual([]);
    const asks = [...criteria, ...pdfClauses].filter(({ people }) => !/[.?]$/.test(people));
    expect(asks).toEqual([]);
    expect(criteria.map(addressOf)).toContain('https://www.w3.org/TR/WCAG22/#contrast-minimum');
  });

  test('have clauses of EN 301 549, but for those that WCAG 2.2 has added', () => {
    expect(clausesOf('1.4.3')).toEqual(['9.1.4.3', '10.1.4.3']);
    expect(clausesOf('2.4.5')).toEqual(['9.2.4.5']);
    const webOnly = criteria.map(({ id }) => clausesOf(id)).filter(({ length }) => length === 1);
    expect(webOnly.flat()).toEqual(['9.2.4.1', '9.2.4.5', '9.3.2.3', '9.3.2.4']);
    expect(chapterNote).toContain('2.4.1, 2.4.5, 3.2.3 and 3.2.4');
    expect(criteria.filter(({ id }) => clausesOf(id).length === 0)).toHaveLength(6);
    expect(otherClauses.map(({ id }) => id)).toContain('11');
  });
});

test('a report names each finding, and does not claim more than was tested', async ({
  openDeck,
}) => {
  const folder = project();
  const args = ['check', 'talk.md', ...(await sharedBrowser()), '--report'];
  const { output, exitCode } = await lectern([...args, 'a11y.html'], folder);
  expect(exitCode).toBe(1);
  expect(output).toMatch(/^talk\.md .*\na11y\.html\n$/);
  const html = readFileSync(path.join(folder, 'a11y.html'), 'utf8');
  expect(html).not.toMatch(/\bconforms|\bcompliant|\bpassed/i);
  expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org\/TR\/WCAG22\/#)|lectern-test-/);

  const { page, requests } = await openDeck(path.join(folder, 'a11y.html'));
  const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
  expect(text).toContain('It is no statement of conformance.');
  expect(text).toContain('Date 2026-03-01');
  expect(text).toContain('"#nothing" leads nowhere. What to do: link to a heading');
  expect(text).toContain('Error link-target at talk.md:16:10');
  expect(text).toContain('Ignored because: it is filled later.');
  expect(text).toContain('Switched off: link-text.');
  expect(text).toContain('7.7 Mathematical expressions No failure found by these tests.');
  expect(text).toMatch(
    /1\.4\.3 Contrast \(Minimum\) \(AA\) 9\.1\.4\.3, 10\.1\.4\.3 No failure found by these tests/,
  );
  expect(text).toMatch(/2\.4\.4 Link Purpose \(In Context\) \(A\) [\d., ]+ Not tested nothing/);
  const image = page.getByRole('img').first();
  expect(await image.getAttribute('alt')).toBe('Slide 2, Dead. Framed: 1 link-target.');
  expect(requests).toEqual([]);
  await page.evaluate(
    readFileSync(path.join(packageRoot, 'node_modules/axe-core/axe.min.js'), 'utf8'),
  );
  const problemsOf = (rules: string) =>
    page.evaluate(`axe.run(${rules}).then((found) => found.violations.map(({ id }) => id))`);
  expect(await problemsOf('')).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await problemsOf(`{ runOnly: ['color-contrast'] }`)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
});

test('a report as JSON has the result of each criterion on each slide', async () => {
  const folder = project();
  await lectern(['check', 'talk.md', ...(await sharedBrowser()), '--report', 'a11y.json'], folder);
  const report = JSON.parse(readFileSync(path.join(folder, 'a11y.json'), 'utf8'));
  const [deck] = report.decks;
  expect(report.browser).toMatch(/Chrome\/\d/);
  expect(deck.criteria).toHaveLength(55);
  expect(deck.pdf).toHaveLength(21);
  const outcomes = (id: string) =>
    deck.slides.map(({ criteria: found }: { criteria: Record<string, string> }) => found[id]);
  expect(outcomes('1.1.1')).toEqual([
    'no-failure-found',
    'not-applicable',
    'not-applicable',
    'no-failure-found',
  ]);
  expect(outcomes('1.2.1')).toEqual([
    'not-applicable',
    'not-applicable',
    'not-applicable',
    expect.any(String),
  ]);
  expect(outcomes('1.2.1')[3]).not.toBe('not-applicable');
  expect(outcomes('2.4.4')).toEqual([
    'not-applicable',
    'not-tested',
    'not-tested',
    'not-applicable',
  ]);
  expect(deck.slides[1].image).toMatch(/^data:image\/png;base64,iVBOR/);
  expect(deck.findings[0]).toMatchObject({ code: 'link-target', slide: 2, criteria: [] });
  expect(deck.ignored).toMatchObject([
    { code: 'link-target', slide: 3, reason: 'it is filled later' },
  ]);
});

test('without a browser, nothing is claimed of how slides look', async () => {
  const folder = project();
  const args = ['check', 'talk.md', '--no-browser', '--report', 'a11y.json'];
  await lectern(args, folder);
  const report = JSON.parse(readFileSync(path.join(folder, 'a11y.json'), 'utf8'));
  expect(report.browser).toBeNull();
  const outcomeOf = (id: string) =>
    report.decks[0].criteria.find((each: { id: string }) => each.id === id).outcome;
  expect(outcomeOf('1.4.1')).toBe('not-tested');
  expect(outcomeOf('2.4.2')).toBe('not-tested');
  const pdf = report.decks[0].pdf.map(({ outcome }: { outcome: string }) => outcome);
  expect(new Set(pdf)).toEqual(new Set(['not-tested']));
});

test('a report replaces an earlier one', async () => {
  const folder = project();
  const args = ['check', 'talk.md', '--no-browser', '--report'];
  for (const name of ['a11y.html', 'a11y.json']) {
    await lectern([...args, name], folder);
    const first = readFileSync(path.join(folder, name), 'utf8');
    writeFileSync(path.join(folder, 'talk.md'), talk.replace('2026-03-01', '2026-03-02'));
    const { errors } = await lectern([...args, name], folder);
    expect(errors).not.toContain('is not replaced');
    expect(readFileSync(path.join(folder, name), 'utf8')).not.toBe(first);
    writeFileSync(path.join(folder, 'talk.md'), talk);
  }
});

describe('a report does not replace', () => {
  const replaced = async (name: string, content: string, force = false) => {
    const folder = project();
    writeFileSync(path.join(folder, name), content);
    const args = [
      'check',
      'talk.md',
      '--no-browser',
      '--report',
      name,
      ...(force ? ['--force'] : []),
    ];
    const { errors, exitCode } = await lectern(args, folder);
    const isKept = readFileSync(path.join(folder, name), 'utf8') === content;
    return { errors, exitCode, isKept };
  };

  test('a file that is no report', async () => {
    for (const name of ['notes.html', 'data.json']) {
      const { errors, exitCode, isKept } = await replaced(name, '<p>mine');
      expect(errors).toContain(
        `error: ${name} is no report of Lectern, or was changed since, and is not replaced`,
      );
      expect(errors).toContain('choose another place with --report, or replace it with --force');
      expect({ exitCode, isKept }).toEqual({ exitCode: 1, isKept: true });
    }
    expect(await replaced('notes.html', '<p>mine', true)).toMatchObject({ isKept: false });
  });

  test('the page of a deck', async () => {
    const folder = project();
    await lectern(['build', 'talk.md', '--out', 'talk.html'], folder);
    const { errors } = await lectern(
      ['check', 'talk.md', '--no-browser', '--report', 'talk.html'],
      folder,
    );
    expect(errors).toContain('talk.html is no report of Lectern');
  });
});

test('a report of another kind is invalid usage', async () => {
  const { errors, exitCode } = await lectern(
    ['check', 'talk.md', '--report', 'a11y.pdf'],
    project(),
  );
  expect(errors).toBe(
    'lectern: --report a11y.pdf is of no known kind\n  give it a name that ends in .html or .json\n',
  );
  expect(exitCode).toBe(2);
});
