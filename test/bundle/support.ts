import type { Report } from '../../src/base/diagnostics/report.ts';
import { readHtmlText } from '../../src/base/html-text.ts';
import type { RenderedDeck, SlideContent } from '../../src/model/rendered.ts';
import type { AssetRef, BuildOptions, TextFile } from '../../src/model/source.ts';

export function optionsFor(root: string, more: Partial<BuildOptions> = {}): BuildOptions {
  return { cwd: root, root, allowRemote: false, share: false, ...more };
}

/** A reference in line 1 of a deck in `root`. */
export function refTo(path: string, root: string): AssetRef {
  const span = { file: 'deck.md', line: 1, column: 1, length: path.length };
  return { path, from: `${root}/deck.md`, span };
}

export function textFile(root: string, path: string, text: string): TextFile {
  return { path, realPath: `${root}/${path}`, text };
}

export function renderedDeck(cssFile: string, more: Partial<RenderedDeck> = {}): RenderedDeck {
  return {
    file: cssFile,
    frontMatter: {
      lang: 'en',
      dir: 'ltr',
      theme: { name: 'test', cssFile },
      fonts: {},
      size: { width: 1280, height: 720 },
      colors: [],
      numbers: false,
      fit: 'shrink',
      shortcuts: true,
      autoLayout: true,
      headingLevels: 'outline',
      backgrounds: 'readable',
      transition: 'none',
      incremental: false,
      smart: false,
      vars: new Map(),
      macros: new Map(),
      styles: [],
      scripts: [],
      check: new Map(),
      words: [],
    },
    title: 'A deck',
    texts: [],
    stacks: stacksOf('<section class="slide"><h1>Title</h1></section>\n'),
    assets: [],
    charts: [],
    diagrams: [],
    features: new Set(),
    properties: [],
    slideStyles: [],
    ...more,
  };
}

export function contentOf(html: string): SlideContent {
  const { runs, drawn, fragmentClasses } = readHtmlText(html);
  return { html, notes: '', text: runs, drawn, effects: { transitions: [], fragmentClasses } };
}

/** Slides next to each other, each with the deck's first asset. */
export function stacksOf(...slides: readonly string[]): RenderedDeck['stacks'] {
  const span = { file: 'deck.md', line: 1, column: 1, length: 1 };
  return slides.map((html, i) => {
    const numbers = { assets: [0], charts: [i], diagrams: [i], firstIcon: 1 };
    return [{ number: i + 1, title: '', span, content: contentOf(html), numbers }];
  });
}

/** What was reported, as `code line:column message`. */
export function problems(report: Report): readonly string[] {
  return report.diagnostics.map(
    ({ code, span, message }) => `${code} ${span?.line}:${span?.column} ${message}`,
  );
}
