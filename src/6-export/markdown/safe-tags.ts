import { type TokenHandler, Tokenizer } from 'parse5';
import { escapeHtml } from '../../base/html.ts';
import { checkSafety } from '../../base/safe-html/attributes.ts';
import {
  htmlElements,
  isCustomElement,
  isForbidden,
  mathElements,
  svgElements,
  voidElements,
} from '../../base/safe-html/elements.ts';

type StartTag = Parameters<TokenHandler['onStartTag']>[0];

/** The character that replaces the address of a file in {@link safeTags}, followed by its number. */
export const fileMark = '\uFDD0';

/** Elements whose text browsers do not read as HTML: it is left out with them. */
const withText = /^(?:script|style|template|noscript|title|iframe|noembed|noframes|xmp|plaintext)$/;

const elements = new Set([...htmlElements, ...svgElements, ...mathElements].map(lowerCase));

/**
 * Writes the tags in a piece of HTML anew, with only the elements, attributes and addresses that a slide may contain:
 * whoever shows a text in Markdown need not check its HTML. A piece may be a start tag without its end tag.
 *
 * @param html with {@link fileMark} in place of the addresses of files
 */
export function safeTags(html: string): string {
  let text = '';
  let hidden: string | undefined;
  const add = (piece: string): void => {
    if (hidden === undefined) text += piece;
  };
  const addText = ({ chars }: { readonly chars: string }): void => add(escapeWords(chars));
  const ignore = (): void => {};
  const handler: TokenHandler = {
    onStartTag(tag) {
      if (hidden === undefined && withText.test(tag.tagName)) hidden = tag.tagName;
      else if (isAllowed(tag.tagName)) add(writeStartTag(tag));
    },
    onEndTag({ tagName }) {
      if (hidden === tagName) hidden = undefined;
      else if (isAllowed(tagName) && !voidElements.has(tagName)) add(`</${tagName}>`);
    },
    onCharacter: addText,
    onWhitespaceCharacter: addText,
    onNullCharacter: ignore,
    onComment: ignore,
    onDoctype: ignore,
    onEof: ignore,
  };
  new Tokenizer({ sourceCodeLocationInfo: false }, handler).write(html, true);
  return text;
}

function writeStartTag({ tagName, attrs, selfClosing }: StartTag): string {
  const kept = attrs.filter(
    ({ name, value }) => checkSafety({ element: tagName, name, value }) === 'safe',
  );
  const written = kept.map(({ name, value }) =>
    value === '' && name !== 'alt' ? ` ${name}` : ` ${name}="${oneLine(escapeHtml(value))}"`,
  );
  const end = selfClosing && !voidElements.has(tagName) ? '/>' : '>';
  return `<${tagName}${written.join('')}${end}`;
}

function isAllowed(name: string): boolean {
  return !isForbidden(name) && (elements.has(name) || isCustomElement(name));
}

/** Text that is no Markdown either, and in which no blank line ends the HTML. */
function escapeWords(text: string): string {
  return escapeHtml(text)
    .replaceAll('[', '&#91;')
    .replace(/\n(?=[ \t]*\n)/g, '&#10;\n');
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}
