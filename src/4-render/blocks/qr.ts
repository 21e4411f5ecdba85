import { attributes, type Html, html, rawHtml } from '../../base/html.ts';
import { qrPaths, quietZone } from '../../base/qr-path.ts';
import { languageOfWords, wordsIn } from '../../base/words/words.ts';
import type { Qr } from '../../model/blocks.ts';
import { blockAttributes, cssLength } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { renderInlines } from '../inline.ts';

/** The text alternative of a QR code: the author's, or what it says. */
export function describeQr({ text, alt }: Qr, lang: string): string {
  const { qrCode, colon } = wordsIn(lang);
  return alt ?? qrCode + colon + text;
}

/** Renders a QR code, dark on light in every theme, with its caption. */
export function renderQr(qr: Qr, context: SlideContext): Html {
  const { modules, caption } = qr;
  const { lang } = context;
  const size = modules.length + 2 * quietZone;
  const width = qr.attributes.values.get('width');
  const own = blockAttributes(qr.attributes, context, context.isAlone ? ['qr', 'alone'] : ['qr'], {
    style: width && `--qr-size:${cssLength(width, context)}`,
  });
  const svg = attributes({
    viewBox: `0 0 ${size} ${size}`,
    role: 'img',
    'aria-label': describeQr(qr, lang),
    lang: qr.alt === undefined ? languageOfWords(lang) : undefined,
    'shape-rendering': 'crispEdges',
  });
  const text =
    caption.length > 0 && html`<figcaption>${renderInlines(caption, context)}</figcaption>`;
  return html`<figure${own}><svg${svg}>${rawHtml(qrPaths(modules))}</svg>${text}</figure>`;
}
