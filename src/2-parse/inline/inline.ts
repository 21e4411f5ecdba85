import type { MarkedToken, Token, Tokens } from 'marked';
import { isAttributeList } from '../../1-load/lexing/attribute-list.ts';
import type {
  InlineNoteToken,
  SpanToken,
  StyledToken,
} from '../../1-load/lexing/inline-extensions.ts';
import type { MathToken, ReferenceToken } from '../../1-load/lexing/math-extensions.ts';
import { mediaKind } from '../../base/files/media-types.ts';
import type { Attributes } from '../../model/blocks.ts';
import type { Image, Inline, StyledKind } from '../../model/inline.ts';
import type { AssetRef, Span } from '../../model/source.ts';
import { type AttributeUse, attributeUses, noAttributes } from '../attributes/attributes.ts';
import { attributeOwners } from '../attributes/inline-lists.ts';
import { reportForeignDescription } from '../foreign/images.ts';
import type { Source } from '../source.ts';
import { readHtml } from './html/html.ts';
import { checkLink } from './html/unsafe-html.ts';
import { inlineImage } from './images/inline-image.ts';
import { readInlineAttributes, spanOrNote, withoutNote } from './inline-attributes.ts';
import { joinLines } from './join-lines.ts';
import { addInlineFormula } from './math.ts';
import { plainText } from './plain-text.ts';
import { quotesIn } from './smart-tokens.ts';
import { decode, parsePlainText, pushPlain } from './text.ts';
import { reportUnclosedFormulas } from './unclosed-formulas.ts';
import { fillIn, hasVariable, splitFields } from './variables.ts';

type InlineToken =
  | MarkedToken
  | MathToken
  | ReferenceToken
  | StyledToken
  | SpanToken
  | InlineNoteToken
  | { type: 'footnoteReference'; raw: string; label: string };

/**
 * @param tokens the lexer's inline tokens
 * @param source begins with their joined `raw`
 */
export function parseInlines(tokens: readonly Token[], source: Source): readonly Inline[] {
  const { smart, quotes } = source.scope;
  if (smart === undefined || quotes !== undefined) return parseTokens(tokens, source);
  return parseTokens(tokens, source.with({ quotes: quotesIn(tokens, smart) }));
}

function parseTokens(tokens: readonly Token[], source: Source): readonly Inline[] {
  reportUnclosedFormulas(tokens, source);
  const inlines: Inline[] = [];
  let offset = 0;
  /** How many characters of the next text are the attribute list of what is before it. */
  let taken = 0;
  for (const [i, token] of (tokens as readonly InlineToken[]).entries()) {
    const at = source.from(offset);
    const list = adjacentAttributeList(tokens[i + 1]);
    if (token.type === 'text' && taken > 0) {
      parsePlainText(token, taken, at, inlines);
      taken = 0;
    } else if (token.type === 'image') {
      taken = list?.length ?? 0;
      const image = parseImage(token, at, list);
      inlines.push(...withoutNote(image, inlineImage(image, source.report), at));
    } else if (token.type === 'link' && !token.autolink && token.tokens.length > 0) {
      taken = list?.length ?? 0;
      const link = parseLink(token, at, list);
      inlines.push(...(link.kind === 'link' ? withoutNote(link, link, at) : [link]));
    } else if (list && attributeOwners.has(token.type) && isAttributeList(list.slice(1, -1))) {
      taken = list.length;
      inlines.push(...parseSpan(token, list, at));
    } else parseInline(token, at, inlines);
    offset += token.raw.length;
  }
  return joinLines(inlines);
}

function parseInline(token: InlineToken, source: Source, out: Inline[]): void {
  switch (token.type) {
    case 'text':
      // In an item of a tight list, a text token contains other tokens.
      if ('tokens' in token && token.tokens) out.push(...parseInlines(token.tokens, source));
      else parsePlainText(token, 0, source, out);
      return;
    case 'escape':
      pushPlain(out, token.text);
      return;
    case 'em':
    case 'strong':
    case 'del':
    case 'subscript':
    case 'superscript':
    case 'highlight':
      out.push({ kind: styles[token.type], content: parseChildren(token, source) });
      return;
    case 'span': {
      const { text, start } = token.list;
      const attributes = readInlineAttributes(text, source.from(start), attributeUses.block);
      out.push(...spanOrNote(attributes, parseChildren(token, source), source));
      return;
    }
    case 'inlineNote':
      out.push(parseNote(token, source));
      return;
    case 'codespan':
      out.push({ kind: 'code', text: token.text });
      return;
    case 'br':
      out.push({ kind: 'break' });
      return;
    case 'link':
      out.push(parseLink(token, source, undefined));
      return;
    case 'html':
      out.push({
        kind: 'html',
        content: readHtml(token.raw, source),
        written: { text: token.raw, lines: source.lineSpans(token.raw) },
      });
      return;
    case 'footnoteReference': {
      const span = source.span(0, token.raw.length);
      source.findings.footnoteReferences.push({ value: token.label, span });
      out.push({ kind: 'footnote', label: token.label, span });
      return;
    }
    case 'math':
      out.push(parseFormula(token, source));
      return;
    case 'reference': {
      const { label, bare } = token;
      const span = source.span(token.raw.indexOf('{') + 1, label.length);
      source.findings.equationReferences.push({ value: label, span });
      out.push({ kind: 'reference', label, bare });
      return;
    }
    case 'checkbox':
      return;
    default:
      throw new Error(`unexpected inline token ${token.type}`);
  }
}

const styles = {
  em: 'emphasis',
  strong: 'strong',
  del: 'strike',
  subscript: 'subscript',
  superscript: 'superscript',
  highlight: 'highlight',
} as const satisfies Record<string, StyledKind>;

/** @param list the attribute list directly after the token */
function parseSpan(token: InlineToken, list: string, source: Source): readonly Inline[] {
  const at = source.from(token.raw.length + 1);
  const use = token.type === 'math' ? attributeUses.formula : attributeUses.block;
  const attributes = readInlineAttributes(list.slice(1, -1), at, use);
  const content: Inline[] = [];
  if (token.type === 'math') content.push(parseFormula(token, source, attributes));
  else parseInline(token, source, content);
  // The name of a formula is its own.
  if (/^\s*alt="[^"]*"\s*$/.test(list.slice(1, -1))) return content;
  return spanOrNote(attributes, content, source);
}

function parseFormula(
  { tex, display, start }: MathToken,
  source: Source,
  { values }: Attributes = noAttributes,
): Inline {
  const math = addInlineFormula(tex, display, source.from(start), values.get('alt'));
  return { kind: 'math', math };
}

/** `^[text]` defines a footnote and refers to it. Its text is its label, which contains no space elsewhere. */
function parseNote(token: InlineNoteToken, source: Source): Inline {
  const span = source.span(0, token.raw.length);
  const label = ` ${token.text}`;
  const content = parseChildren(token, source.with({ quotes: undefined }));
  source.findings.footnotes.push({
    label,
    span,
    blocks: [{ kind: 'paragraph', span, attributes: noAttributes, content }],
    isInline: true,
  });
  source.findings.footnoteReferences.push({ value: label, span });
  return { kind: 'footnote', label, span };
}

function parseChildren(
  token: { readonly raw: string; readonly tokens: readonly Token[] },
  source: Source,
): readonly Inline[] {
  const inner = token.tokens.map(({ raw }) => raw).join('');
  return parseInlines(token.tokens, source.from(Math.max(0, token.raw.indexOf(inner))));
}

/** @param list its attribute list; see {@link adjacentAttributeList} */
function parseLink(token: Tokens.Link, source: Source, list: string | undefined): Inline {
  const fill = (text: string) => fillIn(decode(text), source, token.raw);
  const { isOnEachSlide, vars } = source.scope;
  const parts = isOnEachSlide && !token.autolink ? splitFields(token.href, vars) : [];
  const hrefParts = parts.map((part) => (typeof part === 'string' ? fill(part) : part));
  const isFixed = parts.every((part) => typeof part === 'string');
  const href = token.autolink || !isFixed ? token.href : fill(token.href);
  checkLink(href, targetSpan(token, source), source.report);
  // A link to a formula without text shows its number.
  if (token.tokens.length === 0 && /^#[^/]/.test(href)) {
    const [label, span] = [href.slice(1), targetSpan(token, source)];
    source.findings.equationReferences.push({ value: label, span });
    return { kind: 'reference', label, bare: false };
  }
  if (href.startsWith('#') && isFixed && !hasVariable(href)) {
    source.findings.links.push({ value: href, span: targetSpan(token, source) });
  }
  return {
    kind: 'link',
    span: source.span(0, firstLineLength(token.raw)),
    href,
    ...(!isFixed && { hrefParts }),
    content: token.autolink ? [{ kind: 'text', text: token.text }] : parseChildren(token, source),
    ...(token.title && { title: fill(token.title) }),
    attributes:
      list === undefined
        ? noAttributes
        : readInlineAttributes(
            list.slice(1, -1),
            source.from(token.raw.length + 1),
            attributeUses.link,
          ),
  };
}

/** @param list its attribute list; see {@link adjacentAttributeList} */
export function parseImage(token: Tokens.Image, source: Source, list: string | undefined): Image {
  const fill = (text: string) => fillIn(decode(text), source, token.raw);
  const path = fill(token.href);
  const altSource = source.from(2).with({ quotes: undefined });
  reportForeignDescription(token.text, path, altSource);
  const asset: AssetRef = {
    path,
    from: source.file.realPath,
    span: targetSpan(token, source),
  };
  return {
    kind: 'image',
    source: asset,
    alt: plainText(parseInlines(token.tokens, altSource), (name) => `:${name}:`),
    ...(token.title && { title: fill(token.title) }),
    attributes:
      list === undefined
        ? noAttributes
        : readInlineAttributes(
            list.slice(1, -1),
            source.from(token.raw.length + 1),
            imageUse(path),
          ),
  };
}

/** The span of the URL of a link or image; of the whole if the URL is in a link definition. */
function targetSpan({ raw, href }: Tokens.Link | Tokens.Image, source: Source): Span {
  const from = raw.lastIndexOf('](');
  const at = from < 0 || href === '' ? -1 : raw.indexOf(href, from);
  return source.span(Math.max(0, at), at < 0 ? firstLineLength(raw) : href.length);
}

function firstLineLength(raw: string): number {
  const end = raw.indexOf('\n');
  return end < 0 ? raw.length : end;
}

/** The attributes that an image, a video or audio may have. */
export function imageUse(path: string): AttributeUse {
  return mediaKind(path) === undefined ? attributeUses.image : attributeUses.media;
}

/** The attribute list directly after an image or a link: the start of the text that follows. */
export function adjacentAttributeList(token: Token | undefined): string | undefined {
  return token?.type === 'text' ? /^\{[^{}\n]*\}/.exec(token.raw)?.[0] : undefined;
}
