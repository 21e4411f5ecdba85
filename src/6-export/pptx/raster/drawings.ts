import type { BuiltPage, ShownFile } from '../../../model/page.ts';
import { assetMark } from '../../../model/rendered.ts';
import { needsRaster, pictureKey } from '../deck-file.ts';
import { shownSize } from '../shapes/video-size.ts';
import { drawnFile } from './drawn-file.ts';

/** An image that a browser has to draw. */
export interface WantedDrawing {
  /** As in `pictureKey`. */
  readonly key: string;
  /** An element that shows it. */
  readonly html: string;
  /** In CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** A drawing has the colors and fonts of the page. */
  readonly kind: 'file' | 'video' | 'drawing';
}

const maxSide = 1600;
/** In pixels: a slide is as wide. */
const maxFrame = 1280;

/** The images of the slides that only a browser can draw as PNG: vector images, other formats, and drawings. */
export function wantedDrawings(
  page: BuiltPage,
  slides: readonly number[],
): readonly WantedDrawing[] {
  const { rendered, files, diagrams, diagramShapes, charts } = page.shown;
  const all = rendered.stacks.flat().filter(({ number }) => slides.includes(number));
  const assets = new Set(all.flatMap(({ numbers }) => numbers.assets));
  const wanted = new Map<string, WantedDrawing>();
  for (const index of assets) {
    const file = files[index];
    if (file && needsRaster(file)) wanted.set(pictureKey(file), ofFile(file));
    else if (file?.mime.startsWith('video/')) wanted.set(pictureKey(file), ofVideo(file));
  }
  for (const slide of all) {
    const polar = slide.numbers.charts.filter(
      (index) => rendered.charts[index]?.spec.type === 'polarArea',
    );
    const own = [
      ...slide.numbers.diagrams
        .filter((index) => diagramShapes[index] === undefined)
        .map((index) => [index, diagrams[index] ?? '', 'diagram'] as const),
      ...polar.map((index) => [index, charts[index] ?? '', 'chart'] as const),
    ];
    for (const [index, svg, kind] of own) {
      if (svg === '') continue;
      const drawn = drawnFile(svg, index);
      const classes = /<section[^>]*\bclass="([^"]*)"/.exec(slide.content.html)?.[1] ?? 'slide';
      wanted.set(pictureKey(drawn), ofDrawing(fillAssets(svg, files), drawn, classes, kind, page));
    }
  }
  return [...wanted.values()];
}

/** Images in a drawing. */
function fillAssets(svg: string, files: BuiltPage['shown']['files']): string {
  let filled = svg;
  for (const [index, file] of files.entries()) {
    if (!file || !svg.includes(assetMark(index))) continue;
    filled = filled.replaceAll(assetMark(index), dataUrl(file));
  }
  return filled;
}

function dataUrl({ bytes, mime }: ShownFile): string {
  return `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`;
}

function ofFile(file: ShownFile): WantedDrawing {
  const { width, height } = file.size ?? { width: 640, height: 360 };
  // Vector images are sharp at twice the size of a slide; others have the pixels that they have.
  const isVector = file.mime.startsWith('image/svg');
  const largest = Math.max(width, height);
  const scale = isVector ? maxSide / 2 / largest : Math.min(1, maxSide / largest) / 2;
  const size = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
  const style = `width:${size.width}px;height:${size.height}px;display:block`;
  return {
    key: pictureKey(file),
    html: `<img src="${dataUrl(file)}" style="${style}" alt="">`,
    size,
    kind: 'file',
  };
}

/** The first frame of a video, which fills its part of the slide. */
function ofVideo(file: ShownFile): WantedDrawing {
  const { width, height } = shownSize(file.bytes);
  const scale = maxFrame / Math.max(width, height);
  const size = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
  const style = `width:${size.width}px;height:${size.height}px;display:block;background:#000`;
  return {
    key: pictureKey(file),
    html: `<div class="slides"><video src="${dataUrl(file)}" style="${style}" muted></video></div>`,
    size,
    kind: 'video',
  };
}

function ofDrawing(
  svg: string,
  file: ShownFile,
  classes: string,
  kind: 'diagram' | 'chart',
  page: BuiltPage,
): WantedDrawing {
  const [, w = '640', h = '360'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const [width, height] = [Number(w), Number(h)];
  const tone = classes.replace(/[^\x20-\x7e]/g, '');
  const sized = svg.replace('<svg ', `<svg width="${width}" height="${height}" `);
  const inner =
    kind === 'chart' ? `<div class="chart-box" style="position:static">${sized}</div>` : sized;
  const figure = `<figure class="${kind}" style="display:block;max-block-size:none;margin:0">${inner}</figure>`;
  const section = `<section class="${tone}" lang="${page.lang}" style="all:unset;display:block;font-family:var(--font-text)">${figure}</section>`;
  const html = `<div class="reveal"><div class="slides">${section}</div></div>`;
  return { key: pictureKey(file), html, size: { width, height }, kind: 'drawing' };
}
