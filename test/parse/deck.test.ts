import { expect, test } from 'vitest';
import { parseDeck } from '../../src/2-parse/parse.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import type { Deck } from '../../src/model/deck.ts';
import { temporaryFolder } from '../support/files.ts';
import { loadOwn } from '../support/load-own.ts';

function parse(text: string): Deck {
  const root = temporaryFolder({ 'my-talk.md': text });
  const report = new Report();
  const source = loadOwn(root, report, 'my-talk.md');
  expect(report.diagnostics).toEqual([]);
  if (!source) throw new Error('no deck');
  return parseDeck(source, report);
}

test('the deck’s title is the front matter’s, or the first heading, or the file’s name', () => {
  expect(parse('---\ntitle: Named\n---\n\n# Heading').title).toBe('Named');
  expect(parse('Text\n\n---\n\n## A *heading* :tada:').title).toBe('A heading');
  expect(parse('Text').title).toBe('my-talk');
});

test('variables stand in what the front matter says of the deck', () => {
  const text = `---
title: "{{what}} by {{who}}"
author: "{{who}}"
description: On {{what}}
keywords: [drinks, "{{what}}"]
vars:
  what: Tea
  who: Ada
---

# Tea
`;
  const { title, frontMatter } = parse(text);
  expect([
    title,
    frontMatter.title,
    frontMatter.author,
    frontMatter.description,
    frontMatter.keywords,
  ]).toEqual(['Tea by Ada', 'Tea by Ada', 'Ada', 'On Tea', 'drinks, Tea']);
});

test.each([
  ['a list', '[apples, fruit trees]', 'apples, fruit trees'],
  ['a text with commas', 'apples,  fruit  trees', 'apples, fruit trees'],
  ['one of them', '2024', '2024'],
  ['one twice', '[apples, pears, apples]', 'apples, pears'],
])('keywords may be %s', (_, written, read) => {
  expect(parse(`---\nkeywords: ${written}\n---\n\n# Talk`).frontMatter.keywords).toBe(read);
});

test.each([
  ['', 'value-invalid 2:1'],
  ['"apples,, pears"', 'value-invalid 2:11'],
  ['{a: b}', 'value-invalid 2:11'],
  ['[a, ""]', 'value-invalid 2:15'],
  ['[a, [b]]', 'value-invalid 2:15'],
  ['[]', 'value-invalid 2:11'],
])('keywords are not: %s', (written, problem) => {
  const root = temporaryFolder({ 'talk.md': `---\nkeywords: ${written}\n---\n\n# Talk` });
  const report = new Report();
  loadOwn(root, report, 'talk.md');
  const problems = report.diagnostics.map(
    ({ code, span }) => `${code} ${span?.line}:${span?.column}`,
  );
  expect(problems).toEqual([problem]);
});
