import type { Tokens } from 'marked';
import type { ImageParagraph, RawHtml } from '../../model/blocks.ts';
import type { HtmlPart } from '../../model/inline.ts';
import { noAttributes } from '../attributes/attributes.ts';
import { readHtml } from '../inline/html/html.ts';
import { isImagePart } from '../inline/images/image-lines.ts';
import type { Source } from '../source.ts';

/** Parses the author's own HTML, without comments. */
export function parseHtml(
  token: Tokens.HTML | Tokens.Tag,
  source: Source,
): readonly (RawHtml | ImageParagraph)[] {
  const content = readHtml(token.raw, source);
  reportMarkdown(token.raw, source);
  if (content.every((part) => typeof part === 'string' && part.trim() === '')) return [];
  const span = source.span(0, token.raw.split('\n')[0]?.trimEnd().length || 1);
  const block = { span, attributes: noAttributes };
  const written = { text: token.raw, lines: source.lineSpans(token.raw) };
  if (!isRow(content)) return [{ ...block, kind: 'html', content, written }];
  const row = { isRow: true, content: [{ kind: 'html', content, written }] } as const;
  return [{ ...block, kind: 'images', lines: [row] }];
}

/** Whether HTML consists of several images, as in a paragraph. */
function isRow(content: readonly HtmlPart[]): boolean {
  if (content.filter(isImagePart).length < 2) return false;
  const tags = content.map((part) => (typeof part === 'string' ? part : 'x')).join('');
  return /^\s*(?:<(?:img\b[^<>]*|\/?picture)>\s*)+$/i.test(tags);
}

/** No longer text is searched for Markdown. */
const mostText = 20_000;

/** Comments, elements whose content is shown as it is, and tags. */
const noText =
  /<!--[\s\S]*?-->|<(pre|code|kbd|samp|svg|math|textarea)\b[\s\S]*?<\/\1\s*>|<\/?[a-z](?:"[^"]*"|'[^']*'|[^"'<>])*>/gi;

/** Blocks at the start of a line; images, links, strong text and code anywhere. */
const markdown =
  /(?<=\n)[ \t]*(?:#{1,6}[ \t]+\S|[-*+][ \t]+\S|\d{1,9}[.)][ \t]+\S|>[ \t]*\S|`{3}|~{3}|:{3}|\$\$|\|[^\n]*\|[ \t]*(?=\n|$))|!?\[[^\]\n]+\]\([^)\s]+(?:[ \t]+"[^"\n]*")?\)|\*\*(?=\S)[^*\n]+\*\*|(?<![\w`])`[^`\n]+`(?![\w`])/;

/** Warns of Markdown in HTML: it begins only after a blank line. */
function reportMarkdown(raw: string, source: Source): void {
  const text = raw.slice(0, mostText).replace(noText, (markup) => markup.replace(/[^\n]/g, '\0'));
  const match = markdown.exec(text);
  if (!match) return;
  const lead = match[0].length - match[0].trimStart().length;
  const tag = /<\/?[a-z][\w-]*/gi;
  const before = [...raw.slice(0, match.index + 1).matchAll(tag)].at(-1)?.[0];
  const message = 'this Markdown is shown as text, as there is no blank line above it';
  const hint = `leave a blank line${before ? ` between ${before}> and the Markdown` : ' above it'}, and one below`;
  const length = match[0].length - lead;
  source.report.add('html-markdown', source.span(match.index + lead, length), message, hint);
}
