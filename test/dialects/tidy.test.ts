import { describe, expect, test } from 'vitest';
import { TextEdits } from '../../src/1-load/dialects/text-edits.ts';
import { tidy } from '../../src/1-load/dialects/tidy.ts';
import { originalSpan, spanAt } from '../../src/base/span.ts';
import type { TextFile } from '../../src/model/source.ts';

const file = (text: string): TextFile => ({ path: 'talk.md', realPath: '/talk.md', text });

describe('a translated text is tidied', () => {
  test.each([
    [
      'blank lines become one',
      '---\na: b\n---\n\n\n\n# One\n\n\nText\n',
      '---\na: b\n---\n\n# One\n\nText\n',
    ],
    ['blank lines at the end go', '# One\n\n\n', '# One\n'],
    ['lines with nothing but spaces are blank', '# One\n  \n \t\nText\n', '# One\n\nText\n'],
    ['empty lines of a quote become one', '> a\n>\n> \n> b\n', '> a\n>\n> b\n'],
    ['a quote and the blank line below it stay apart', '> a\n>\n\nText\n', '> a\n>\n\nText\n'],
    ['spaces at the end of a line go', '- item \n- b\t\n', '- item\n- b\n'],
    ['a line break stays', 'one  \ntwo   \n\nthree\n', 'one  \ntwo\n\nthree\n'],
    ['a space after a backslash stays', 'one\\ \ntwo\n', 'one\\ \ntwo\n'],
    ['code stays', '```js\na \n\n\nb\n```\n\n    c\n\n\n    d\n', undefined],
    ['code in quotes stays', '> ```\n> a\n>\n>\n> b\n> ```\n', undefined],
    ['formulas stay', '$$\na \n\nb\n$$\n', undefined],
    ['comments stay', '<!--\na\n\n\nb\n-->\n', undefined],
    ['preformatted HTML stays', '<pre>\na\n\n\nb\n</pre>\n', undefined],
    ['front matter stays', '---\ncss: |\n  a {}\n\n\n  b {}\n---\n', undefined],
  ])('%s', (_, text, expected = text) => {
    expect(tidy(file(text)).text).toBe(expected);
  });

  test('a space that its author wrote stays', () => {
    const author = file('one \ntwo three\n');
    const edits = new TextEdits(author);
    edits.remove(author.text.indexOf('three'), author.text.length - 1);
    expect(tidy(edits.finish()).text).toBe('one \ntwo\n');
  });

  test('what is left comes from where its author wrote it', () => {
    const author = file('a\n<x>\nb\n<y>\n\nc d\n');
    const edits = new TextEdits(author);
    edits.replace(2, 5, '\n\n\n');
    edits.replace(8, 11, '\n');
    const translated = tidy(edits.finish());
    expect(translated.text).toBe('a\n\nb\n\nc d\n');
    for (const [word, place] of [
      ['b', '3:1'],
      ['c', '6:1'],
      ['d', '6:3'],
    ] as const) {
      const span = originalSpan(translated, spanAt(translated, translated.text.indexOf(word), 1));
      expect(`${span.line}:${span.column}`).toBe(place);
    }
  });
});
