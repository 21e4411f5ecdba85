import { between, type Construct, nested, repeat, repeated } from './construct.ts';

function svg(name: string, write: (count: number) => string, count = 5000): Construct {
  return {
    name,
    count,
    write: (n) => ({
      'deck.md': '# Deck\n\n![A picture](a.svg)\n',
      'a.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${write(n)}</svg>`,
    }),
  };
}

export const html: readonly Construct[] = [
  nested('nested <div>', '<div>', '</div>'),
  nested('nested <div> on lines', '<div>\n\n', '\n\n</div>\n\n', 2000),
  nested('unclosed <div>', '<div>', ''),
  nested('unclosed <div> on lines', '<div>\n\n', '', 2000),
  nested('unclosed <b>', '<b>', ''),
  nested('unclosed <p>', '<p>', ''),
  nested('unclosed <a>', '<a href="#">', ''),
  nested('unclosed <table>', '<table><tr><td>', '', 2000),
  nested('unclosed <select>', '<select><option>', '', 2000),
  nested('misnested', '<b><i>', '</b></i>'),
  nested('nested <span>', '<span>', '</span>'),
  nested('nested <svg>', '<svg>', '</svg>'),
  nested('nested <g>', '<g>', '</g>'),
  nested('closing tags', '', '</div>'),
  repeated('<div> after each other', '<div>a</div>\n\n'),
  repeated('<br>', '<br>'),
  repeated('unknown elements', '<x-# y>a</x-#>'),
  repeated('handlers', '<p onclick="x">a</p>\n\n', 2000),
  repeated('entities in HTML', '<p>&amp;&#x41;&nosuch;</p>'),
  between('attributes of a tag', '<div ', 'a#="b" ', '>text</div>\n'),
  between('classes of a tag', '<div class="', 'a# ', '">text</div>\n'),
  between('a style', '<div style="', 'color: red; ', '">text</div>\n'),
  between('an attribute', '<div title="', 'x', '">text</div>\n', 50_000),
  between('inline <g>', '<svg viewBox="0 0 9 9">', '<g>', '</svg>\n'),
  between('inline paths', '<svg viewBox="0 0 9 9">', '<path d="M0 0"/>', '</svg>\n'),
  svg('<g> in a file', (n) => '<g>'.repeat(n) + '</g>'.repeat(n)),
  svg('unclosed <g> in a file', (n) => '<g>'.repeat(n)),
  svg('paths in a file', (n) => repeat('<path id="p#" d="M0 0h9"/>', n)),
  svg('uses in a file', (n) => `<path id="a"/>${'<use href="#a"/>'.repeat(n)}`),
  svg('a doubling <use> in a file', (n) =>
    Array.from(
      { length: Math.min(n, 60) },
      (_, i) => `<g id="a${i + 1}"><use href="#a${i}"/><use href="#a${i}"/></g>`,
    ).join(''),
  ),
  svg('styles in a file', (n) => `<style>${repeat('.a#{fill:red}', n)}</style>`),
  svg('attributes in a file', (n) => `<path ${repeat('a#="b" ', n)}/>`),
];
