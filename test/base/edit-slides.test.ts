import { describe, expect, test } from 'vitest';
import {
  insertAfter,
  insertBefore,
  moveSlide,
  type Place,
  replaceSlide,
} from '../../src/base/text/edit-slides.ts';
import { shownText } from '../../src/base/text/slide-text.ts';

const head = '---\ntitle: T\n---\n\n';

/** A file and the places of its slides, each given as it is written. */
function file(top: string, ...slides: readonly string[]) {
  const places: Place[] = [];
  let text = top;
  for (const slide of slides) {
    places.push({ start: text.length, end: text.length + slide.length });
    text += slide;
  }
  const [a = none, b = none, c = none] = places;
  return { text, a, b, c };
}

const none: Place = { start: 0, end: 0 };
const quote = '---\nlayout: quote\n---\n\n> Q';

describe('the text of a slide', () => {
  test.each([
    ['---\n\n## A\n\n', '## A'],
    ['## A\n', '## A'],
    ['--\n\n## A\n', '## A'],
    [`${quote}\n\n`, quote],
    ['---\n\n---\n\n', '---'],
  ])('%j is shown as %j', (raw, shown) => {
    expect(shownText(raw)).toBe(shown);
  });
});

describe('a slide', () => {
  const { text, a, b, c } = file(head, '# A\n\n', '---\n\n## B\n\n', '--\n\n## C\n');

  test('is replaced, and keeps its break', () => {
    expect(replaceSlide(text, a, '# X')).toBe(`${head}# X\n\n---\n\n## B\n\n--\n\n## C\n`);
    expect(replaceSlide(text, b, '---\n\n## X\n')).toBe(
      `${head}# A\n\n---\n\n## X\n\n--\n\n## C\n`,
    );
    expect(replaceSlide(text, c, '## X')).toBe(`${head}# A\n\n---\n\n## B\n\n--\n\n## X\n`);
  });

  test('is replaced by one with settings', () => {
    expect(replaceSlide(text, b, quote)).toBe(`${head}# A\n\n${quote}\n\n--\n\n## C\n`);
    expect(replaceSlide(text, a, quote)).toBe(`${head}${quote}\n\n---\n\n## B\n\n--\n\n## C\n`);
  });

  test('is removed by an empty text', () => {
    expect(replaceSlide(text, b, ' \n')).toBe(`${head}# A\n\n--\n\n## C\n`);
    expect(replaceSlide(text, a, '')).toBe(`${head}## B\n\n--\n\n## C\n`);
  });

  test('is added', () => {
    expect(insertAfter(text, c, '## X')).toBe(`${text}\n---\n\n## X\n`);
    expect(insertAfter(text, a, quote)).toBe(
      `${head}# A\n\n${quote}\n\n---\n\n## B\n\n--\n\n## C\n`,
    );
    expect(insertBefore(text, a, '# X')).toBe(
      `${head}# X\n\n---\n\n# A\n\n---\n\n## B\n\n--\n\n## C\n`,
    );
  });

  test('is added at the top of a file without front matter, its settings being no front matter', () => {
    const { text: bare, a: first } = file('', '# A\n');
    expect(insertBefore(bare, first, '# X')).toBe('# X\n\n---\n\n# A\n');
    expect(insertBefore(bare, first, quote)).toBe(`---\n---\n\n${quote}\n\n---\n\n# A\n`);
  });

  test('is moved down, up, and to the top', () => {
    const {
      text: flat,
      a: one,
      b: two,
      c: three,
    } = file(head, '# A\n\n', '---\n\n## B\n\n', `${quote}\n`);
    expect(moveSlide(flat, one, three, one)).toBe(`${head}## B\n\n${quote}\n\n---\n\n# A\n`);
    expect(moveSlide(flat, three, one, one)).toBe(`${head}# A\n\n${quote}\n\n---\n\n## B\n`);
    expect(moveSlide(flat, two, undefined, one)).toBe(`${head}## B\n\n---\n\n# A\n\n${quote}\n`);
  });

  test('is moved with its break, and the first one with that of the next', () => {
    expect(moveSlide(text, c, a, a)).toBe(`${head}# A\n\n--\n\n## C\n\n---\n\n## B\n`);
    expect(moveSlide(text, b, c, a)).toBe(`${head}# A\n\n--\n\n## C\n\n---\n\n## B\n`);
    const below = file(head, '# A\n\n', '--\n\n## B\n');
    expect(moveSlide(below.text, below.a, below.b, below.a)).toBe(`${head}## B\n\n--\n\n# A\n`);
  });

  test('is moved without a break where slides begin at headings', () => {
    const split = file('---\nsplit: 1\n---\n\n', '# A\n\na\n\n', '# B\n\nb\n');
    const expected = '---\nsplit: 1\n---\n\n# B\n\nb\n\n# A\n\na\n';
    expect(moveSlide(split.text, split.a, split.b, split.a)).toBe(expected);
    expect(moveSlide(split.text, split.b, undefined, split.a)).toContain('# B\n\nb\n');
  });

  test('with settings becomes the first one, and they do not become front matter', () => {
    const bare = file('', '# A\n\n', `${quote}\n`);
    expect(moveSlide(bare.text, bare.a, bare.b, bare.a)).toBe(
      `---\n---\n\n${quote}\n\n---\n\n# A\n`,
    );
  });
});
