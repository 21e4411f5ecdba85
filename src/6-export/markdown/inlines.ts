import type { HtmlPart, Inline, Link } from '../../model/inline.ts';
import { escapeText, markdown } from '../notes/markdown.ts';
import type { Scene } from './scene.ts';

/** Writes text within a line in GitHub's Markdown. */
export function writeInlines(inlines: readonly Inline[], scene: Scene): string {
  return inlines.map((inline) => writeInline(inline, scene)).join('');
}

function writeInline(inline: Inline, scene: Scene): string {
  switch (inline.kind) {
    case 'text':
      return escapeText(inline.text);
    case 'emphasis':
    case 'strong':
    case 'strike':
      return around(writeInlines(inline.content, scene), markdown[inline.kind]);
    case 'highlight':
      return around(writeInlines(inline.content, scene), markdown.strong);
    case 'subscript':
      return `<sub>${writeInlines(inline.content, scene)}</sub>`;
    case 'superscript':
      return `<sup>${writeInlines(inline.content, scene)}</sup>`;
    case 'span':
      return writeInlines(inline.content, scene);
    case 'code':
      return markdown.code(inline.text);
    case 'emoji':
      return scene.emoji(inline.name);
    case 'icon':
      return '';
    case 'math':
      return markdown.math(inline.math.tex.trim());
    case 'reference':
      return scene.deck.equations.get(inline.label) ?? escapeText(inline.label);
    case 'break':
      return markdown.lineBreak;
    case 'slide-field':
      return field(inline.field, scene);
    case 'link':
      return writeLink(inline, scene);
    case 'image':
      return image(inline.alt, scene.addressOf(inline.source), inline.title);
    case 'footnote': {
      const number = scene.footnote(inline.label, inline.span.file);
      return number === undefined ? '' : `[^${number}]`;
    }
    case 'html':
      return writeHtml(inline.content, scene);
  }
}

function writeLink({ content, href, span }: Link, scene: Scene): string {
  const text = writeInlines(content, scene);
  const address = scene.linkAddress(href, span.file);
  return address === '' ? text : markdown.link(text, address);
}

/** The author's HTML, which was checked, with the files next to the text. */
export function writeHtml(parts: readonly HtmlPart[], scene: Scene): string {
  return parts.map((part) => writePart(part, scene)).join('');
}

function writePart(part: HtmlPart, scene: Scene): string {
  if (typeof part === 'string') return part;
  if (!('kind' in part)) return scene.addressOf(part);
  if (part.kind === 'target') return part.href;
  return part.kind === 'field' ? field(part.field, scene) : '';
}

function field(name: string, scene: Scene): string {
  if (name === 'n') return String(scene.number);
  return name === 'total' ? String(scene.total) : '';
}

/** An image with its text alternative. */
export function image(alt: string, address: string, title?: string): string {
  const target = /[\s()<>]/.test(address) ? `<${address}>` : address;
  const suffix = title === undefined ? '' : ` "${title.replace(/["\\]/g, '\\$&')}"`;
  return `![${escapeText(alt)}](${target}${suffix})`;
}

/** Keeps spaces outside of the marks, as Markdown reads none next to a space. */
function around(content: string, mark: (text: string) => string): string {
  const [, before = '', text = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(content) ?? [];
  return text === '' ? content : before + mark(text) + after;
}
