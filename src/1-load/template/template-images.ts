import { decodeText } from '../../base/ooxml/zip.ts';
import { ownValue } from '../../base/own-value.ts';
import { makeSvgSafe } from '../../base/safe-html/safe-svg.ts';
import { countCopies, maxCopies } from '../../base/safe-html/svg-copies.ts';
import type { Template } from './open-template.ts';

/** The types of images that browsers show, by file extension. */
const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** The type of an image by the name of its part; `undefined` if browsers do not show it. */
export function imageType(part: string): string | undefined {
  return ownValue(types, part.slice(part.lastIndexOf('.') + 1).toLowerCase());
}

/** In all: style sheets have limits, too. */
const maxBytes = 20 * 1024 * 1024;

/** An image of a template that its theme does not show, with the reason. */
export interface LostImage {
  readonly name: string;
  readonly reason: 'type' | 'size' | 'content' | 'damage';
}

/** The images of a template as the styles of its theme contain them. */
export class TemplateImages {
  readonly #file: Template['file'];
  readonly #lost = new Map<string, LostImage>();
  #room = maxBytes;

  constructor({ file }: Template) {
    this.#file = file;
  }

  /** Those that are left out, or of which something is, each once. */
  get lost(): readonly LostImage[] {
    return [...this.#lost.values()];
  }

  /** The CSS of an image; `undefined` if it is left out. @throws ArchiveError */
  urlOf(part: string): string | undefined {
    const type = imageType(part);
    if (type === undefined) return this.#lose(part, 'type');
    const bytes = type === 'image/svg+xml' ? this.#safeSvg(part) : this.#file.bytes(part);
    if (!bytes) return undefined;
    if (bytes.length > this.#room) return this.#lose(part, 'size');
    this.#room -= bytes.length;
    return `url("data:${type};base64,${bytes.toString('base64')}")`;
  }

  #safeSvg(part: string): Buffer | undefined {
    const safe = makeSvgSafe(decodeText(this.#file.bytes(part)));
    if (!safe || countCopies(safe.svg) > maxCopies) return this.#lose(part, 'damage');
    if (safe.removed.length > 0) this.#lose(part, 'content');
    return Buffer.from(safe.svg);
  }

  #lose(part: string, reason: LostImage['reason']): undefined {
    this.#lost.set(part, { name: part.replace(/^.*\//s, ''), reason });
    return undefined;
  }
}
