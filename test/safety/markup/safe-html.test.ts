import { describe, expect } from 'vitest';
import { makeSafe } from '../../../src/base/safe-html/safe-html.ts';
import { test } from '../../support/browser/browser.ts';
import { snippets } from './snippets.ts';

const cases: readonly (readonly [
  what: string,
  html: string,
  safe: string,
  removed: readonly string[],
])[] = [
  [
    'a tag after what only one parser takes for CDATA',
    '<svg><p><![CDATA[><meta http-equiv=refresh content="0;url=http://x/">]]></svg>',
    '<svg/><p>]]&gt;</p>',
    ['<meta>'],
  ],
  [
    'a tag in an attribute in an element of plain text',
    '<textarea><img title="</textarea><meta http-equiv=refresh content=0>"></textarea>',
    '<textarea>&lt;img title=&quot;</textarea>&quot;&gt;',
    ['<meta>'],
  ],
  ['handlers of events', '<p onclick=hit()>a</p>', '<p>a</p>', ['onclick']],
  ['an address that runs code', '<a href=" java\tscript:hit()">a</a>', '<a>a</a>', ['href']],
  ['an address of data', '<a href="data:text/html,x">a</a>', '<a>a</a>', ['href']],
  [
    'an animation of an address',
    '<svg><a><animate attributeName="href" to="javascript:hit()"/></a></svg>',
    '<svg><a><animate to="javascript:hit()"/></a></svg>',
    ['attributeName'],
  ],
  ['a style with escapes', '<p style="background:u\\72l(http://x)">a</p>', '<p>a</p>', ['style']],
  ['a paint of SVG', '<svg><g fill="url(http://x/)"></g></svg>', '<svg><g/></svg>', ['fill']],
  ['a file of another place', '<img src="http://x/a.png" alt="a">', '<img alt="a">', ['src']],
  [
    'a name that hides a function of the document',
    '<img name="querySelector" alt="">',
    '<img alt="">',
    [],
  ],
  ['the name of a window', '<a href="#x" target="top">a</a>', '<a href="#x">a</a>', ['target']],
  ['a frame', '<iframe src="http://x/"><b>a</b></iframe>', '', ['<iframe>']],
  ['a picture that loads a file', '<svg><image href="http://x/"/></svg>', '<svg/>', ['<image>']],
];

const kept: readonly (readonly [what: string, html: string, safe: string])[] = [
  [
    'what is safe',
    '<div class="a" id=b data-c=1 aria-label=d>x &amp; y<br>z</div>',
    '<div class="a" id="b" data-c="1" aria-label="d">x &amp; y<br>z</div>',
  ],
  [
    'marks',
    '<img src="\0asset 1\0" alt="">\0chart 0\0',
    '<img src="\0asset 1\0" alt="">\0chart 0\0',
  ],
  ['a part of the page', '<main class="a"><p>b</p></main>', '<div class="a"><p>b</p></div>'],
  [
    'a part with a name',
    '<main aria-label="A">b</main>',
    '<div aria-label="A" role="group">b</div>',
  ],
  [
    'links without a name',
    '<nav><a href="#x">a</a></nav>',
    '<nav role="none"><a href="#x">a</a></nav>',
  ],
  ['links with a name', '<nav aria-label="A">b</nav>', '<nav aria-label="A">b</nav>'],
  ['an aside', '<aside>a</aside>', '<aside role="note">a</aside>'],
  ['an aside with a name', '<aside title="A">b</aside>', '<aside title="A" role="note">b</aside>'],
  [
    'a region',
    '<aside role="region" aria-label="A">b</aside>',
    '<aside role="region" aria-label="A">b</aside>',
  ],
  [
    'roles of parts of the page',
    '<div role="Main">a</div><header role="banner" title="A">b</header>',
    '<div>a</div><header title="A" role="group">b</header>',
  ],
  ['a line feed at the start of code', '<pre>\n\na</pre>', '<pre>\n\na</pre>'],
  [
    'elements of one namespace in another',
    '<svg viewBox="0 0 1 1"><foreignObject><p>a</p></foreignObject></svg>',
    '<svg viewBox="0 0 1 1"><foreignObject><p>a</p></foreignObject></svg>',
  ],
  [
    'gradients in the same drawing',
    '<svg><path fill="url(#g)" d="M0 0"></path></svg>',
    '<svg><path fill="url(#g)" d="M0 0"/></svg>',
  ],
  [
    'links, which open without access to the deck',
    '<a href="https://a.test/">a</a>',
    '<a href="https://a.test/" rel="noopener noreferrer">a</a>',
  ],
];

describe('HTML that is written as browsers read it', () => {
  test.for(cases)('does not contain %s', ([, html, safe, removed]) => {
    expect(makeSafe(html)).toEqual({ html: safe, removed });
  });

  test.for(kept)('contains %s', ([, html, safe]) => {
    expect(makeSafe(html)).toEqual({ html: safe, removed: [] });
  });

  test('is no deeper than 200 elements', () => {
    const { html, removed } = makeSafe(`${'<svg><g>'.repeat(10_000)}text`);
    expect(html.match(/<g>/g)).toHaveLength(100);
    expect(removed).toEqual(['elements more than 200 deep']);
  });

  test('has no mark that an author wrote', () => {
    expect(makeSafe('\uFDD0asset 1\uFDD0').html).toBe('\uFFFDasset 1\uFFFD');
  });

  test('is the same tree in Chromium, without anything that runs or loads', async ({ browser }) => {
    const seed = Number(process.env.FUZZ_SEED ?? 20_261_129);
    const source = snippets(seed);
    const written = Array.from({ length: 10_000 }, () => {
      const html = source.next().value as string;
      return { html, safe: makeSafe(html).html.replaceAll('\0', '\uFDD0') };
    });
    const page = await browser.openWindow({ offline: true });
    const found = await page.evaluate(
      readAll,
      written.map(({ safe }) => safe),
    );
    const wrong = written.flatMap(({ html, safe }, i) => {
      const { tree, unsafe } = found[i] ?? { tree: '', unsafe: ['nothing'] };
      return tree === safe && unsafe.length === 0 ? [] : [{ seed, html, safe, tree, unsafe }];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});

/** In the page: parses each text within a document and writes its tree in the same way. */
function readAll(texts: readonly string[]) {
  const escapes: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  const escapeText = (text: string): string =>
    text.replace(/[&<>"]/g, (each) => escapes[each] ?? each);
  const empty = /^(?:area|br|col|hr|img|input|param|source|track|wbr)$/;
  const isHtml = (element: Element): boolean => element.namespaceURI?.endsWith('xhtml') ?? false;
  const write = (parent: Node): string => Array.from(parent.childNodes, writeNode).join('');
  const writeNode = (node: Node): string => {
    if (node instanceof Text) return escapeText(node.data);
    if (!(node instanceof Element)) return `[node ${node.nodeType}]`;
    const own = Array.from(node.attributes, ({ name, value }) =>
      value === '' && name !== 'alt' ? ` ${name}` : ` ${name}="${escapeText(value)}"`,
    );
    const start = `<${isHtml(node) ? node.localName : node.tagName}${own.join('')}>`;
    if (isHtml(node) && empty.test(node.localName)) return start;
    const content = write(node);
    if (!isHtml(node) && content === '') return `${start.slice(0, -1)}/>`;
    const feed = /^(?:pre|textarea)$/.test(node.localName) && content.startsWith('\n') ? '\n' : '';
    return `${start}${feed}${content}</${node.tagName === node.tagName.toUpperCase() ? node.localName : node.tagName}>`;
  };
  const elements =
    /^(?:script|style|link|meta|base|iframe|frame|frameset|object|embed|applet|form|template|noscript|title|image|feimage)$/i;
  const checkNode = (element: Element): string[] => [
    ...(elements.test(element.localName) && !(element.localName === 'title' && !isHtml(element))
      ? [element.localName]
      : []),
    ...Array.from(element.attributes).flatMap(({ name, value }) => {
      const isCode = /^on|^srcdoc$|^srcset$|^formaction$|^action$|^ping$/i.test(name);
      const isAddress = /^(?:src|href|xlink:href|to|values|from)$/i.test(name);
      const runs = isAddress && /^\s*javascript:/i.test(value.replace(/[\0-\x20]/g, ''));
      const loads = name === 'src' && !/^(?:data:(?:image|video|audio)|\uFDD0|$)/.test(value);
      return isCode || (runs && /href|src/i.test(name)) || loads ? [`${name}=${value}`] : [];
    }),
  ];
  return texts.map((text) => {
    const parsed = new DOMParser().parseFromString(
      `<!doctype html><body><div id="slides">${text}</div>`,
      'text/html',
    );
    const slides = parsed.body.firstElementChild ?? parsed.body;
    const outside = [...parsed.head.children, ...Array.from(parsed.body.children).slice(1)];
    return {
      tree: write(slides),
      unsafe: [
        ...outside.map((element) => `outside: ${element.localName}`),
        ...Array.from(slides.querySelectorAll('*')).flatMap(checkNode),
      ],
    };
  });
}
