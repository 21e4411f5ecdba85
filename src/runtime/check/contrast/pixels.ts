import type { PageFinding } from '../../../model/check.ts';
import { colorsIn, contrast, type Rgba } from '../color/color.ts';
import type { CheckedSlide } from '../slide.ts';
import { lettersIn } from '../text/text-runs.ts';
import { findingsOf } from './contrast.ts';
import { seenOver } from './layers.ts';
import { type MeasuredTexts, type OpenText, type TextContrast, worst } from './measure.ts';

/** A slide with texts that are measured in a screenshot. */
export interface OpenSlide {
  readonly slide: CheckedSlide;
  readonly texts: MeasuredTexts;
}

/** Hides the texts of slides for screenshots. @returns a function that reverts it */
export function hideTexts(open: readonly OpenSlide[]): () => void {
  const before = document.adoptedStyleSheets;
  document.adoptedStyleSheets = [...before, withoutText()];
  const undo = open.flatMap(({ texts }) => texts.open.map(hide));
  return () => {
    document.adoptedStyleSheets = before;
    showOnly([]);
    for (const restore of undo) restore();
  };
}

function withoutText(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
.slides section.slide * {
  -webkit-text-fill-color: transparent !important;
  -webkit-text-stroke-color: transparent !important;
  text-decoration-color: transparent !important;
  text-emphasis-color: transparent !important;
  caret-color: transparent !important;
}
.slides svg :is(text, tspan, textPath) {
  fill-opacity: 0 !important;
  stroke-opacity: 0 !important;
}
.slides section.slide:not([data-shot]) {
  display: none !important;
}
.slides section.slide[data-shot] {
  clip-path: var(--behind-text) !important;
}`);
  return sheet;
}

/** A shadow remains only if it sets a text off from what is behind it. @returns a function that reverts it */
function hide({ run: { facts }, colors }: OpenText): () => void {
  const undo: (() => void)[] = [];
  const set = ({ style }: HTMLElement, name: string) => {
    const [value, priority] = [style.getPropertyValue(name), style.getPropertyPriority(name)];
    style.setProperty(name, 'none', 'important');
    undo.push(() => style.setProperty(name, value, priority));
  };
  const { element, style } = facts;
  const shadows = colorsIn(style.textShadow);
  const setsOff = shadows.every((shadow) => colors.every((each) => contrast(each, shadow) >= 3));
  if (element instanceof HTMLElement && !setsOff) set(element, 'text-shadow');
  for (let each: typeof facts | undefined = facts; each; each = each.parent) {
    const { element: around, clipsText } = each;
    if (clipsText && around instanceof HTMLElement) set(around, 'background-image');
  }
  return () => {
    for (const restore of undo.reverse()) restore();
  };
}

/** Shows some slides, of each only what is behind its texts: the rest would have to be encoded and decoded. */
export function showOnly(slides: readonly OpenSlide[]): void {
  for (const shown of document.querySelectorAll<HTMLElement>('[data-shot]')) {
    shown.removeAttribute('data-shot');
    shown.style.removeProperty('--behind-text');
  }
  for (const each of slides) {
    const { root } = each.slide;
    root.setAttribute('data-shot', '');
    root.style.setProperty('--behind-text', areasBehind(each));
  }
}

/** Neighboring pixels are mixed where a screenshot is smaller than the slide. In pixels of the slide. */
const margin = 4;

/** The lines of the texts of a slide, as a shape of CSS. */
function areasBehind({ slide: { origin, unit }, texts }: OpenSlide): string {
  const lines = texts.open.flatMap(({ run }) => run.lines.map(lettersIn));
  const areas = lines.map(({ x, y, width, height }) => {
    const [left, top] = [(x - origin.x) / unit - margin, (y - origin.y) / unit - margin];
    const [across, down] = [width / unit + 2 * margin, height / unit + 2 * margin];
    return `M${left} ${top}h${across}v${down}h${-across}z`;
  });
  return `path("${areas.join('')}")`;
}

/** A screenshot of slides, one below the other. */
interface Screenshot {
  readonly image: ImageData;
  /** Its pixels in a CSS pixel. */
  readonly scale: number;
}

/**
 * Compares the texts of slides with the pixels behind them.
 *
 * @param top where the slide begins in the screenshot, in CSS pixels
 */
export function comparePixels(
  { image, scale }: Screenshot,
  top: number,
  { slide, texts }: OpenSlide,
): readonly PageFinding[] {
  const found = texts.open.flatMap((text) => {
    const lines = text.run.lines.map((line) => {
      const { x, y, width, height } = lettersIn(line);
      const box = new DOMRect(
        (x - slide.origin.x) * scale,
        (y - slide.origin.y + top) * scale,
        width * scale,
        height * scale,
      );
      return text.colors.map((color) => lowest(image, box, text, color));
    });
    return worst(lines.flat().filter((each) => each !== undefined)) ?? [];
  });
  return findingsOf(slide, [...texts.known, ...found]);
}

/** As many pixels of a line are looked at, at most. */
const maxPixels = 1000;
/** The share of pixels with an even lower contrast. */
const ignored = 0.05;

function lowest(
  image: ImageData,
  box: DOMRect,
  { run, chain }: OpenText,
  color: Rgba,
): TextContrast | undefined {
  const pixels = pixelsIn(image, box);
  const ratioOf = (pixel: Rgba) => contrast(seenOver(pixel, chain, color), pixel);
  const ordered = [...pixels.values()]
    .map(({ pixel, count }) => ({ pixel, count, ratio: ratioOf(pixel) }))
    .sort((a, b) => a.ratio - b.ratio);
  const total = ordered.reduce((sum, { count }) => sum + count, 0);
  const at = (share: number) => {
    let before = 0;
    const found = ordered.find(({ count }) => {
      before += count;
      return before > total * share;
    });
    return found ?? ordered.at(-1);
  };
  const [first, ...others] = [at(ignored), at(0.5), at(1)];
  if (!first) return undefined;
  const { pixel, ratio } = first;
  const grounds = [pixel, ...others.flatMap((each) => (each ? [each.pixel] : []))];
  return { run, ratio, seen: seenOver(pixel, chain, color), grounds };
}

/** The colors in a part of an image, and how often they are there. */
function pixelsIn(
  { data, width, height }: ImageData,
  box: DOMRect,
): ReadonlyMap<number, { readonly pixel: Rgba; count: number }> {
  const [left, right] = [Math.max(0, Math.round(box.left)), Math.min(width, Math.round(box.right))];
  const [top, bottom] = [
    Math.max(0, Math.round(box.top)),
    Math.min(height, Math.round(box.bottom)),
  ];
  const step = Math.max(1, Math.round(Math.sqrt(((right - left) * (bottom - top)) / maxPixels)));
  const found = new Map<number, { readonly pixel: Rgba; count: number }>();
  for (let y = top; y < bottom; y += step) {
    for (let x = left; x < right; x += step) {
      const at = (y * width + x) * 4;
      const [r = 0, g = 0, b = 0] = [data[at], data[at + 1], data[at + 2]];
      const key = (r * 256 + g) * 256 + b;
      const known = found.get(key);
      if (known) known.count++;
      else found.set(key, { pixel: [r, g, b, 1], count: 1 });
    }
  }
  return found;
}

/** Decodes a screenshot. @param base64 PNG */
export async function decode(base64: string): Promise<ImageData | undefined> {
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  context?.drawImage(image, 0, 0);
  return context?.getImageData(0, 0, width, height);
}
