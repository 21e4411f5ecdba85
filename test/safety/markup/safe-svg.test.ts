import { describe, expect, test } from 'vitest';
import { makeSvgSafe } from '../../../src/base/safe-html/safe-svg.ts';

const start = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

describe('a vector image of an Office file is written anew, without what runs or loads something', () => {
  test.each([
    ['<script>alert(1)</script>', '<script>'],
    ['<script href="data:text/javascript,alert(1)"/>', '<script>'],
    ['<g onclick="alert(1)"/>', 'onclick'],
    ['<a href="javascript:alert(1)"><path d="M0"/></a>', 'href'],
    ['<a xlink:href=" java&#10;script:alert(1)"><path d="M0"/></a>', 'xlink:href'],
    ['<image href="https://x.test/a.png"/>', '<image>'],
    ['<image href="data:image/svg+xml,x"/>', '<image>'],
    ['<use href="https://x.test/a.svg#b"/>', 'href'],
    ['<feImage href="https://x.test/a.png"/>', '<feImage>'],
    [
      '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
      '<foreignObject>',
    ],
    ['<style>@import "https://x.test";</style>', '<style>'],
    ['<style>a{fill:u\\72l(https://x.test)}</style>', '<style>'],
    ['<style><![CDATA[a{fill:url(https://x.test)}]]></style>', '<style>'],
    ['<rect style="fill:url(https://x.test)"/>', 'style'],
    ['<rect fill="url(https://x.test/a.svg#b)"/>', 'fill'],
    ['<set attributeName="href" to="#a"/>', 'attributeName'],
    ['<animate attributeName="onclick" values="a"/>', 'attributeName'],
  ])('%s', (content, removed) => {
    const safe = makeSvgSafe(`<?xml version="1.0"?>${start}>${content}<path d="M1 1"/></svg>`);
    expect(safe?.removed).toContain(removed);
    expect(safe?.svg).toContain('<path d="M1 1"></path>');
    expect(safe?.svg).not.toMatch(/script|onclick|x\.test|iframe|@import|fill=/i);
  });

  test.each([
    ['a style sheet', `<?xml-stylesheet href="https://x.test"?>${start}/>`],
    ['an instruction that contains an element', `<?a > <script>alert(1)</script> ?>${start}/>`],
    ['entities', `<!DOCTYPE svg [<!ENTITY a "<script>alert(1)</script>">]>${start}>&a;</svg>`],
    ['a second root', `${start}/><script xmlns="http://www.w3.org/2000/svg">alert(1)</script>`],
    [
      'other namespaces',
      `${start} xmlns:h="http://www.w3.org/1999/xhtml"><h:script>alert(1)</h:script></svg>`,
    ],
    [
      'a namespace that is renamed',
      `<svg xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></svg>`,
    ],
  ])('nothing else is left of %s', (_, text) => {
    expect(makeSvgSafe(text)?.svg ?? '').not.toMatch(/<script|<\?|<!|x\.test|xhtml/);
  });
});

test('what draws an image stays', () => {
  const drawing =
    '<defs><linearGradient id="a"><stop offset="0" stop-color="red"></stop></linearGradient></defs><style>.b{fill:url(#a)}</style><g class="b" transform="scale(2)"><rect width="9" height="9" fill="url(#a)"></rect><use xlink:href="#a"></use><text xml:space="preserve">a &lt; b</text><image href="data:image/png;base64,AA=="></image></g>';
  expect(makeSvgSafe(`${start} viewBox="0 0 9 9">${drawing}</svg>`)).toEqual({
    svg: `${start} viewBox="0 0 9 9">${drawing}</svg>`,
    removed: [],
  });
});

test('elements with a prefix are those of SVG, and parts of drawing programs are left out', () => {
  const text =
    '<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:i="i"><i:view i:x="1"/><s:metadata>x</s:metadata><s:path d="M0" i:y="2"/></s:svg>';
  expect(makeSvgSafe(text)).toEqual({ svg: `${start}><path d="M0"></path></svg>`, removed: [] });
});

test.each([
  ['no SVG', '<html/>'],
  ['nothing', ''],
  ['elements nested without end', `${start}>${'<g>'.repeat(1_000_000)}`],
  ['elements nested in one that is left out', `${start}>${'<i>'.repeat(1_000_000)}`],
])('%s is no image', (_, text) => {
  expect(makeSvgSafe(text)).toBeUndefined();
});
