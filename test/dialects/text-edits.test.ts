import { expect, test } from 'vitest';
import { markerFor } from '../../src/1-load/dialects/origin-mark.ts';
import { TextEdits } from '../../src/1-load/dialects/text-edits.ts';
import { yamlText } from '../../src/1-load/dialects/yaml-text.ts';
import { originalSpan, spanAt } from '../../src/base/span.ts';
import type { TextFile } from '../../src/model/source.ts';

const author: TextFile = {
  path: 'talk.md',
  realPath: '/talk.md',
  text: 'one\ntwo three\nfour\n',
};

/** Where a word of the translated text comes from: `line:column+length`. */
function originOf(word: string, translated: TextFile): string {
  const span = spanAt(translated, translated.text.indexOf(word), word.length);
  const { line, column, length } = originalSpan(translated, span);
  return `${line}:${column}+${length}`;
}

test('text that stays is where its author wrote it, whatever is inserted before it', () => {
  const edits = new TextEdits(author);
  edits.insert(0, '---\ntheme: ink\n---\n\n');
  edits.insert(author.text.indexOf('three'), 'and then ');
  const file = edits.finish();
  expect(file.text).toBe('---\ntheme: ink\n---\n\none\ntwo and then three\nfour\n');
  expect(originOf('one', file)).toBe('1:1+3');
  expect(originOf('three', file)).toBe('2:5+5');
  expect(originOf('four', file)).toBe('3:1+4');
});

test('text that replaces another comes from it', () => {
  const edits = new TextEdits(author);
  edits.replace(4, 7, 'second\nand last');
  const file = edits.finish();
  expect(originOf('second', file)).toBe('2:1+3');
  expect(originOf('and last', file)).toBe('2:1+3');
  expect(originOf('three', file)).toBe('2:5+5');
});

test('inserted text comes from the place where it was inserted', () => {
  const edits = new TextEdits(author);
  edits.insert(7, ' inserted');
  const file = edits.finish();
  expect(originOf('inserted', file)).toBe('2:4+6');
});

test('moved and removed text leaves the rest in its place', () => {
  const edits = new TextEdits(author);
  edits.move(14, 19, 0);
  edits.remove(4, 8);
  const file = edits.finish();
  expect(file.text).toBe('four\none\nthree\n');
  expect(originOf('four', file)).toBe('3:1+4');
  expect(originOf('one', file)).toBe('1:1+3');
  expect(originOf('three', file)).toBe('2:5+5');
});

test('a value that is written elsewhere comes from where its author wrote it', () => {
  const edits = new TextEdits(author);
  const mark = markerFor('two: "three"', 0, 12);
  edits.insert(0, `---\n${yamlText({ layout: 'center', background: 'three' }, mark)}---\n`);
  const file = edits.finish();
  expect(file.text).toBe('---\nlayout: center\nbackground: three\n---\none\ntwo three\nfour\n');
  expect(file.origins?.offsets).toHaveLength(file.origins?.sources.length ?? 0);
  const span = spanAt(file, file.text.indexOf('three'), 5);
  expect(originalSpan(file, span)).toMatchObject({ line: 2, column: 3 });
  expect(originOf('one', file)).toBe('1:1+3');
  expect(originOf('four', file)).toBe('3:1+4');
});

test('text that is replaced already is not changed again', () => {
  const edits = new TextEdits(author);
  edits.replace(4, 13, 'second');
  edits.replace(6, 16, 'lost');
  edits.insert(6, 'lost');
  edits.remove(6, 8);
  expect(edits.finish().text).toBe('one\nsecond\nfour\n');
});
