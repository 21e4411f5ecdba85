import { expect, test } from 'vitest';
import { loadDeck } from '../../src/1-load/load.ts';
import { parseDeck } from '../../src/2-parse/parse.ts';
import type { Deck } from '../../src/deck.ts';
import { Report } from '../../src/diagnostics.ts';
import { temporaryFolder } from '../support/files.ts';

function parse(text: string): Deck {
  const root = temporaryFolder({ 'my-talk.md': text });
  const report = new Report();
  const source = loadDeck(
    'my-talk.md',
    { cwd: root, root, allowRemote: false, share: false },
    report,
  );
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
vars:
  what: Tea
  who: Ada
---

# Tea
`;
  const { title, head } = parse(text);
  expect([title, head.title, head.author, head.description]).toEqual([
    'Tea by Ada',
    'Tea by Ada',
    'Ada',
    'On Tea',
  ]);
});
