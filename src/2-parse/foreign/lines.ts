import type { Source } from '../source.ts';
import { type ForeignSyntax, reportForeign } from './foreign.ts';

const notes = 'write the notes below a line "Note:" at the end of the slide';

/** Paragraphs that are slide breaks in other tools. */
const foreignBreaks: readonly ForeignSyntax[] = [
  {
    pattern: /^\+\+\+$/,
    what: 'a slide break of GitPitch',
    hint: 'for a slide below, write -- on a line of its own; for one to the right, ---',
  },
  {
    pattern: /^\\(?:newpage|pagebreak|clearpage)(?:\{\})?$/,
    what: 'a page break of LaTeX',
    hint: 'for a new slide, write --- on a line of its own, with a blank line above',
  },
];

/** Lines to which other tools give a meaning. */
const foreignLines: readonly ForeignSyntax[] = [
  { pattern: /^\?\?\?$/, what: 'the start of speaker notes in remark', hint: notes },
  { pattern: /^\^(?:$| \S|[A-Z][\w’']*[\s,])/, what: 'speaker notes of Deckset', hint: notes },
  {
    pattern: /^\[\.column\]$/,
    what: 'a column of Deckset',
    hint: 'for columns, write ::: columns with :::: column blocks in it',
  },
  {
    pattern: /^\[\.[a-z][a-z-]*(?::[^\]\n]*)?\]$/,
    what: 'a setting of Deckset',
    hint: 'write settings between the --- lines above the slide, such as background: "#10222b"',
  },
  {
    pattern: /^@\[[\d,-]+\](?:\(.*\))?$/,
    what: 'steps of code in GitPitch',
    hint: 'write the lines after the language of the code: ```js {1-3|5}',
  },
  {
    pattern: /^\[(?:toc|\[toc\]|\[_TOC_\])\]$/i,
    what: 'a table of contents',
    hint: 'there is none here: remove the line',
  },
  {
    pattern: /^(?:\\pause|\{pause(?:[ =][^{}\n]*)?\})$/,
    what: 'a pause of Beamer or Slipshow',
    hint: 'for a pause, write . . . on a line of its own',
  },
  {
    pattern: /^\.([a-z][a-z-]*)(?:\.[a-z][\w-]*)*\[(?:[^[\]\n]*\])?$/,
    what: 'a class of remark',
    hint: (name) =>
      `write ::: {.${name}} above the content, and ::: below; for text, [text]{.${name}}`,
  },
  {
    pattern: /^<<< ?(@?\/?[^\s#{]+)/,
    what: 'code from a file in Slidev',
    hint: (file) =>
      `write \`\`\`${/\.(\w+)$/.exec(file)?.[1] ?? 'ts'} src=${file.replace(/^@?\//, '')}, and \`\`\` below`,
  },
  {
    pattern: /^@import "([^"\n]+)"$/,
    what: 'an import of Markdown Preview Enhanced',
    hint: (file) => `for the slides of a file, write "src: ${file}" between --- lines`,
  },
  {
    pattern: /^%%$/,
    what: 'the edge of a comment in Obsidian',
    hint: 'write the comment between <!-- and -->',
  },
];

/**
 * Reports the lines of a paragraph that mean something in other tools only.
 *
 * @param source begins with the text
 */
export function reportForeignLines(text: string, source: Source): void {
  if (source.scope.isTranslated) return;
  const whole = text.trim();
  let start = 0;
  for (const line of text.split('\n')) {
    const lead = line.length - line.trimStart().length;
    reportLine(line.trim(), line.trim() === whole, source.from(start + lead));
    start += line.length + 1;
  }
}

function reportLine(text: string, isWhole: boolean, source: Source): void {
  if (!/^[@[?^\\{.<%+]/.test(text)) return;
  const found = { text, effect: 'shown as text', length: text.length };
  const isBreak = isWhole && reportForeign('foreign-break', foreignBreaks, found, source);
  if (!isBreak) reportForeign('foreign-text', foreignLines, found, source);
}
