import { escapeHtml } from '../../base/html.ts';
import { unsafeScheme } from '../../base/safe-html/attributes.ts';
import type { HtmlPart, Inline, Link } from '../../model/inline.ts';
import type { AssetRef } from '../../model/source.ts';
import { destination, escapeText, markdown } from '../notes/markdown.ts';
import { fileMark, safeTags } from './safe-tags.ts';
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
      return escapeText(scene.deck.equations.get(inline.label) ?? inline.label);
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

/** The author's HTML without what runs or loads something, with the files next to the text. */
export function writeHtml(parts: readonly HtmlPart[], scene: Scene): string {
  const files: string[] = [];
  const marked = parts.map((part) => {
    if (typeof part === 'string') return part.replaceAll(fileMark, '');
    if ('kind' in part) return writePart(part, scene);
    files.push(escapeHtml(scene.addressOf(part)));
    return `${fileMark}${files.length - 1};`;
  });
  const mark = new RegExp(`${fileMark}(\\d+);`, 'g');
  return safeTags(marked.join('')).replace(mark, (_, index) => files[Number(index)] ?? '');
}

function writePart(part: Exclude<HtmlPart, string | AssetRef>, scene: Scene): string {
  if (part.kind === 'target') return part.href;
  return part.kind === 'field' ? field(part.field, scene) : '';
}

function field(name: string, scene: Scene): string {
  if (name === 'n') return String(scene.number);
  return name === 'total' ? String(scene.total) : '';
}

/** An image with its text alternative. */
export function image(alt: string, address: string, title?: string): string {
  if (/script$/.test(unsafeScheme(address) ?? '')) return escapeText(alt);
  const suffix = title === undefined ? '' : ` "${escapeTitle(title)}"`;
  return `![${escapeText(alt)}](${destination(address)}${suffix})`;
}

/** A blank line would end the image. */
function escapeTitle(title: string): string {
  return title.replace(/\s+/g, ' ').replace(/["\\<]/g, '\\$&');
}

/** Keeps spaces outside of the marks, as Markdown reads none next to a space. */
function around(content: string, mark: (text: string) => string): string {
  const [, before = '', text = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(content) ?? [];
  return text === '' ? content : before + mark(text) + after;
}
