import type { Tokens } from 'marked';
import { encode } from 'uqr';
import type { Attributes, Qr } from '../../model/blocks.ts';
import type { Inline } from '../../model/inline.ts';
import type { Span } from '../../model/source.ts';
import {
  attributeUses,
  mergeAttributes,
  noAttributes,
  readAttributes,
} from '../attributes/attributes.ts';
import type { FenceInfo } from '../fences/fence-info.ts';
import { readFenceOptions } from '../fences/fence-options.ts';
import { checkLink } from '../inline/html/unsafe-html.ts';
import { fillIn } from '../inline/variables.ts';
import type { Source } from '../source.ts';

const shape = 'after "qr": title="…", alt="…" and {level=H width=20rem .class}';

/** The maximum modules per side that a phone can scan from the back of a room. */
const mostModules = 65;

/** Parses a `qr` fence: a URL or a text to be scanned from the slide. */
export function parseQr(token: Tokens.Code, info: FenceInfo, source: Source): readonly Qr[] {
  const { title, alt } = readFenceOptions(info, ['title', 'alt'], shape, source);
  const attributes = readFenceAttributes(info, source);
  const start = token.raw.indexOf('\n') + 1;
  const fill = (piece: { readonly text: string; readonly start: number }) =>
    fillIn(piece.text, source.from(piece.start));
  const text = fill({ text: token.text, start }).trim();
  const modules = encodeText(text, token, attributes, source);
  if (!modules) return [];
  const href = /^(?:https?|mailto|tel):\S+$/i.test(text) ? text : undefined;
  if (href === undefined) checkLink(text, source.span(start, 1), source.report);
  const span = source.span(0, token.raw.split('\n')[0]?.trimEnd().length || 1);
  return [
    {
      kind: 'qr',
      span,
      attributes,
      modules,
      text,
      ...(alt && { alt: fill(alt) }),
      caption: writeCaption(title && fill(title), href, span),
    },
  ];
}

function readFenceAttributes(info: FenceInfo, source: Source): Attributes {
  return info.attributeLists
    .map(({ text, start }) => readAttributes(text, source.from(start), attributeUses.qr))
    .reduce(mergeAttributes, noAttributes);
}

/** The title, or else the URL for those who type it; other content is not printed. */
function writeCaption(
  title: string | undefined,
  href: string | undefined,
  span: Span,
): readonly Inline[] {
  const text = title ?? href?.replace(/^https?:\/\/(?=.)|^\w+:/i, '').replace(/\/$/, '');
  if (!text) return [];
  const content: readonly Inline[] = [{ kind: 'text', text }];
  if (href === undefined) return content;
  return [{ kind: 'link', span, href, content, attributes: noAttributes }];
}

/** @returns rows of modules, true for dark; `undefined` if the text cannot be encoded */
function encodeText(
  text: string,
  token: Tokens.Code,
  { values }: Attributes,
  source: Source,
): Qr['modules'] | undefined {
  const lead = token.raw.length - token.raw.trimStart().length;
  const span = source.span(lead, token.raw.trimStart().split('\n')[0]?.trimEnd().length || 1);
  if (text === '') {
    const hint = 'write an address such as https://example.org between the fences';
    source.report.add('qr-content', span, 'this QR code has nothing to say', hint);
    return undefined;
  }
  const level = (values.get('level') ?? 'M').toUpperCase() as 'L' | 'M' | 'Q' | 'H';
  const size = Buffer.byteLength(text);
  try {
    const { data } = encode(text, { ecc: level, boostEcc: true, border: 0 });
    if (data.length > mostModules) {
      const message = `these ${size} bytes make a QR code of ${data.length} × ${data.length} modules, too fine for a camera at the back of the room`;
      source.report.add(
        'qr-dense',
        span,
        message,
        'use a short address that leads to the long one',
      );
    }
    return data;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = `${size} bytes are more than a QR code of level ${level} holds`;
    const hint = `it holds ${capacity[level]}; use a short address that leads to the long one`;
    source.report.add('qr-content', span, message, hint);
    return undefined;
  }
}

/** Bytes in the largest code, by level: ISO/IEC 18004, table 7. */
const capacity = { L: 2953, M: 2331, Q: 1663, H: 1273 } as const;
