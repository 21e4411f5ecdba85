import type { Root, Rule } from 'postcss';
import { lineStarts, offsetOf } from '../../base/span.ts';
import { type RenderedDeck, styleAttribute } from '../../model/rendered.ts';
import type { Located, TextFile } from '../../model/source.ts';

/** A style sheet of the deck's own; with a scope, for some of its slides. */
export interface OwnSheet {
  readonly file: TextFile;
  readonly scope?: string;
}

/** The rules in the front matter of a deck and in the settings of its slides, as files of their own. */
export function styleTexts({ frontMatter, slideStyles, texts, file }: RenderedDeck): OwnSheet[] {
  const fileOf = (css: Located<string>): TextFile => {
    const author = texts.find((text) => text.path === css.span.file);
    return fileOfText(css, author ?? { path: css.span.file, realPath: file, text: '' });
  };
  return [
    ...(frontMatter.css ? [{ file: fileOf(frontMatter.css) }] : []),
    ...slideStyles.map(({ css, scope }) => ({ file: fileOf(css), scope })),
  ];
}

/** A value of YAML as a file, whose spans lead to the lines below its `|`, or else to the value as a whole. */
function fileOfText({ value, span }: Located<string>, author: TextFile): TextFile {
  const { path, realPath } = author;
  const sheet = { path, realPath, text: value };
  const offsets = lineStarts(sheet);
  const first = lineStarts(author)[span.line] ?? author.text.length;
  const below = author.text.slice(first).split('\n', offsets.length);
  const lines = value.split('\n');
  const isBelow = lines.every(
    (line, i) => line === '' || below[i]?.trimStart() === line.trimStart(),
  );
  const start = offsetOf(author, span);
  if (!isBelow) return { ...sheet, origins: { author, offsets: [0, 0], sources: [start, start] } };
  const starts = lineStarts(author).slice(span.line, span.line + offsets.length);
  const indent = Math.min(
    ...lines.flatMap((line, i) => (line === '' ? [] : [(below[i]?.length ?? 0) - line.length])),
  );
  const sources = starts.map((at) => at + (Number.isFinite(indent) ? indent : 0));
  return { ...sheet, origins: { author, offsets: offsets.slice(0, sources.length), sources } };
}

/**
 * Limits the rules of a style sheet to the slides of a scope. `:scope`, `:root` and `&` are the slide itself, as
 * is a selector that begins with `section` or `.slide`.
 */
export function limitRules(root: Root, scope: string): void {
  const slide = `[${styleAttribute}="${scope}"]`;
  root.walkRules((rule) => {
    if (isOuter(rule)) rule.selectors = rule.selectors.map((selector) => limit(selector, slide));
  });
}

/** Whether a rule is in no other rule, and is not a step of an animation. */
function isOuter(rule: Rule): boolean {
  for (let parent = rule.parent; parent; parent = parent.parent as Rule['parent']) {
    if (parent.type === 'rule') return false;
    if (parent.type === 'atrule' && /keyframes$/i.test((parent as { name?: string }).name ?? '')) {
      return false;
    }
  }
  return true;
}

const itself = /^(?::scope|:root|&|section(?![\w-])|\.slide(?![\w-]))/;

function limit(selector: string, slide: string): string {
  const written = selector.trim();
  if (itself.test(written)) return written.replace(itself, slide);
  if (/(?:^|[^\w-])&/.test(written)) return written.replaceAll('&', slide);
  return `${slide} ${written}`;
}
