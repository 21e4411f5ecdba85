import type { BuiltPage } from '../../../model/page.ts';
import type { Tab } from '../../browser/tab.ts';
import { showVideoStills } from '../../browser/video-stills.ts';
import type { Raster } from '../deck-file.ts';
import type { WantedDrawing } from './drawings.ts';

/** A page that shows the drawings one below the other, in the styles of the deck and without its scripts. */
export function drawingPage(page: BuiltPage, wanted: readonly WantedDrawing[]): string {
  const boxes = wanted.map(
    ({ html, size }, index) =>
      `<div id="drawing-${index}" style="position:absolute;left:0;top:${topOf(wanted, index)}px;width:${size.width}px;height:${size.height}px;overflow:hidden">${html}</div>`,
  );
  const plain =
    'html,body{background:none!important;margin:0;overflow:visible!important;height:auto!important}' +
    '.reveal,.slides{all:unset!important;display:block!important}' +
    '.diagram>svg,.chart-box>svg{inline-size:auto!important;block-size:auto!important;margin:0!important;display:block}' +
    // Steps are all there at once.
    '.fragment{opacity:1!important;visibility:visible!important}';
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; media-src data:`;
  return `<!doctype html><html lang="${page.lang}" data-ready style="font-size:16px"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${page.parts.style}</style><style>${plain}</style></head><body>${boxes.join('\n')}</body></html>`;
}

function topOf(wanted: readonly WantedDrawing[], index: number): number {
  return wanted.slice(0, index).reduce((sum, { size }) => sum + Math.ceil(size.height) + 8, 0);
}

/** Draws images in a browser that shows their page. @returns them by their keys */
export async function drawRasters(
  tab: Tab,
  wanted: readonly WantedDrawing[],
): Promise<ReadonlyMap<string, Raster>> {
  const rasters = new Map<string, Raster>();
  const width = Math.ceil(Math.max(...wanted.map(({ size }) => size.width)));
  await tab.resize(Math.max(64, width), 720, 1);
  await tab.evaluate(showVideoStills);
  for (const [index, { key, size, kind }] of wanted.entries()) {
    // A video that the browser cannot play has no frame.
    if (kind === 'video' && !(await tab.evaluate<boolean>(hasFrame(index)))) continue;
    const clip = {
      x: 0,
      y: topOf(wanted, index),
      width: Math.ceil(size.width),
      height: Math.ceil(size.height),
      scale: 2,
    };
    await tab.evaluate(`scrollTo(0, ${clip.y})`);
    if (kind === 'video') {
      const bytes = await tab.shoot({ format: 'jpeg', quality: 85, clip: { ...clip, scale: 1 } });
      rasters.set(key, { bytes, mime: 'image/jpeg' });
      continue;
    }
    const bytes = await tab.shoot({ format: 'png', isTransparent: true, clip });
    const svg = kind === 'drawing' ? await tab.evaluate<string>(inlineStyles(index)) : undefined;
    const drawn = svg !== undefined && { svg: new TextEncoder().encode(svg) };
    rasters.set(key, { bytes, mime: 'image/png', ...drawn });
  }
  return rasters;
}

function hasFrame(index: number): string {
  return `document.querySelector('#drawing-${index} video').poster !== ''`;
}

/** Writes a drawing with the values of its styles, so that it looks the same anywhere. */
function inlineStyles(index: number): string {
  return `(() => {
  const names = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'stroke-linecap',
    'opacity', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'paint-order', 'text-decoration-line', 'color'];
  const svg = document.querySelector('#drawing-${index} svg');
  const copy = svg.cloneNode(true);
  const originals = [svg, ...svg.querySelectorAll('*')];
  for (const [i, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(originals[i]);
    element.removeAttribute('class');
    element.setAttribute('style', names.map((name) => name + ':' + style.getPropertyValue(name)).join(';'));
  }
  copy.removeAttribute('role');
  return new XMLSerializer().serializeToString(copy);
})()`;
}
