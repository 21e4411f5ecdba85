import type { Source } from '../source.ts';
import { type ForeignSyntax, hintOf } from './foreign.ts';

/**
 * What other tools read within a text; the patterns are global. A part ends only where the characters of the next one
 * begin, so that no text is read in more than one way: else the time grows with its square or cube.
 */
const foreignTexts: readonly ForeignSyntax[] = [
  {
    pattern:
      /!\[\[([^[\]\n|#]+\.(?:png|jpe?g|gif|svg|webp|avif|mp4|webm|mp3))[ \t]*(?![^[\]\n|#])(?:\|(\d+))?[^[\]\n]*\]\]/gi,
    what: 'an image of Obsidian',
    hint: (file, width) => `write ![description](${file.trim()})${width && `{width=${width}}`}`,
  },
  {
    pattern: /!\[\[([^[\]\n|#]+)(?![^[\]\n|#])[^[\]\n]*\]\]/g,
    what: 'an embedded note of Obsidian',
    hint: (file) =>
      `for the slides of a file, write "src: ${file.trim().replace(/(?:\.md)?$/, '.md')}" between --- lines`,
  },
  {
    pattern:
      /(?<![^\s(])%%(?![\s%])[^%\n]*[^%\s]%%(?![^\s.,;)])|(?<![^\s(])%% [^%\n]+ %%(?![^\s.,;)])/g,
    what: 'a comment of Obsidian',
    hint: 'write it between <!-- and -->',
  },
  {
    pattern:
      /\{\{[<%]\s*([\w-]+)(?![\w-])\s*(?!\s)(?=([^\s}]*?)(?:[>%]\}|[\s}]|$))[^}\n]*[>%]\}\}/g,
    what: 'a shortcode of Quarto or Hugo',
    hint: shortcodeHint,
  },
  {
    pattern:
      /(?<![\w@`])@(fa|color|css|size|box|note|math|quote|emoji|img|title|snap|ul|ol|div|code)\[[^\]\n]*\](?:\([^)\n]*\))?/g,
    what: 'a widget of GitPitch',
    hint: (name) =>
      name === 'fa'
        ? 'for an icon, write its name between colons, such as :lucide-star:'
        : 'for a part of a text, write [text]{.class}; for a block, ::: {.class} and :::',
  },
  {
    pattern: /(?<![\w@`])@(?:snap|ul|ol|div|box|math)end\b/g,
    what: 'the end of a widget of GitPitch',
    hint: 'blocks end with ":::"',
  },
  {
    pattern: /\{\{\s*(?:\$\w[\w.[\]]*|'[^'\n]*'|"[^"\n]*")\s*\}\}/g,
    what: 'an expression of Vue',
    hint: 'write the value itself, or {{name}} with its value under "vars" in the front matter',
  },
  {
    pattern: /\{:\s*((?:[.#][\w-]+(?![\w-])\s*(?!\s))+)(?![.#][\w-])[^{}\n]*\}/g,
    what: 'attributes of kramdown',
    hint: (list) => `write them without the colon: {${list.trim()}}`,
  },
];

function shortcodeHint(name = '', value = ''): string {
  const plain = value.replace(/^["']|["']$/g, '');
  switch (name) {
    case 'include':
      return `for the slides of a file, write "src: ${plain}" between --- lines`;
    case 'video':
      return 'write a video as an image: ![description](video.mp4)';
    case 'fa':
    case 'bi':
    case 'iconify':
      return 'for an icon, write its name between colons, such as :lucide-star:';
    case 'pagebreak':
      return 'for a new slide, write --- on a line of its own';
    case 'meta':
    case 'var':
      return `write {{${plain || 'name'}}}, with the value under "vars" in the front matter`;
    case 'kbd':
      return `write <kbd>${plain}</kbd>`;
    default:
      return 'remove it, or write what it would show';
  }
}

/** The characters without which none of them is in a text. */
const signs = /!\[\[|%%|\{\{|@\w|\{:/;

/**
 * Reports what other tools read in a text, and what is shown here as it is.
 *
 * @param source begins with the text
 */
export function reportForeignText(text: string, source: Source): void {
  if (source.scope.isTranslated || !signs.test(text)) return;
  const taken = new Set<number>();
  for (const syntax of foreignTexts) {
    for (const match of text.matchAll(syntax.pattern)) {
      if (taken.has(match.index)) continue;
      taken.add(match.index);
      const span = source.span(match.index, match[0].length);
      source.report.add(
        'foreign-text',
        span,
        `${syntax.what}: shown as text`,
        hintOf(syntax, match),
      );
    }
  }
}

/** Reports the mark with which Deckset fits a heading. @param source begins with the text of the heading */
export function reportForeignHeading(text: string, source: Source): void {
  const [mark] = /^\[fit\](?=\s)/.exec(text) ?? [];
  if (mark === undefined || source.scope.isTranslated) return;
  const hint = 'remove it; for one large sentence, write "layout: statement"';
  const message = 'a mark of Deckset: shown as text';
  source.report.add('foreign-text', source.span(0, mark.length), message, hint);
}
