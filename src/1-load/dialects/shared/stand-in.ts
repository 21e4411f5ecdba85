import { escapeHtml } from '../../../base/html.ts';
import type { MarkOrigin } from '../origin-mark.ts';

export interface StandIn {
  /** What is missing, in words for the audience: `A poll`. */
  readonly title: string;
  /** Where it is: a link where the deck is read on a screen. */
  readonly address?: string;
  /** CSS lengths; without them, the box is as large as its text. */
  readonly width?: string;
  readonly height?: string;
  /** Further classes, such as `fragment`. */
  readonly classes?: readonly string[];
}

/**
 * HTML of a quiet box in place of what a deck cannot have, as large as that was. It is text of a line: as a block
 * of its own, put blank lines around it.
 */
export function standIn({ title, address, width, height, classes = [] }: StandIn): string {
  const isLink = address !== undefined && /^https?:/i.test(address);
  const tag = isLink ? 'a' : 'span';
  const sizes = [
    ...(width === undefined ? [] : [`inline-size:${width}`]),
    ...(height === undefined ? [] : [`block-size:${height}`]),
  ];
  const style = sizes.length > 0 ? ` style="${escapeHtml(sizes.join(';'))}"` : '';
  const href = isLink ? ` href="${escapeHtml(address)}"` : '';
  const shown = address?.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
  const second = shown ? `<span class="frame-address">${text(shown)}</span>` : '';
  const open = `<${tag} class="${escapeHtml(['frame', ...classes].join(' '))}"${style}${href}>`;
  return `${open}<span class="frame-title">${text(title)}</span>${second}</${tag}>`;
}

/**
 * The page that is the background of a slide, as a box with its address.
 *
 * @param mark says where the address comes from, for messages
 */
export function frameBox(address: string, mark: MarkOrigin = () => ''): string {
  return `<iframe src="${mark(address)}${address.replace(/"/g, '%22')}"></iframe>`;
}

/** Text between tags, in which Markdown has a meaning. */
function text(value: string): string {
  return escapeHtml(value.replace(/\s+/g, ' ')).replace(
    /[\\`*_{}[\]$~^=|:#!]/g,
    (character) => `&#${character.codePointAt(0)};`,
  );
}
