import { attributes, type Html, html } from '../../base/html.ts';
import type { Qr } from '../../model/blocks.ts';
import { blockAttributes, cssLength } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { renderInlines } from '../inline.ts';

/** The width of the quiet zone around a code, in modules: ISO/IEC 18004, 6.3.8. */
const quietZone = 4;

/** Renders a QR code, dark on light in every theme, with its caption. */
export function renderQr(qr: Qr, context: SlideContext): Html {
  const { modules, alt, caption } = qr;
  const size = modules.length + 2 * quietZone;
  const width = qr.attributes.values.get('width');
  const own = blockAttributes(qr.attributes, context, context.isAlone ? ['qr', 'alone'] : ['qr'], {
    style: width && `--qr-size:${cssLength(width, context)}`,
  });
  const svg = attributes({
    viewBox: `0 0 ${size} ${size}`,
    role: 'img',
    'aria-label': alt,
    'shape-rendering': 'crispEdges',
  });
  const text =
    caption.length > 0 && html`<figcaption>${renderInlines(caption, context)}</figcaption>`;
  return html`<figure${own}><svg${svg}><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path stroke="#000" d="${writePath(modules)}"/></svg>${text}</figure>`;
}

/** Draws a line for each run of dark modules in a row. */
function writePath(modules: Qr['modules']): string {
  return modules
    .map((row, y) => {
      let path = `M${quietZone} ${y + quietZone}.5`;
      for (let x = 0; x < row.length; ) {
        const isDark = row[x];
        const start = x;
        while (x < row.length && row[x] === isDark) x++;
        if (isDark) path += `h${x - start}`;
        else if (x < row.length) path += `m${x - start} 0`;
      }
      return path;
    })
    .join('');
}
