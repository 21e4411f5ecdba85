/** How far the content of a slide may reach into its lower margin, in rem: not to the footer. */
const spare = 1;

/** The height in rem that drawings should have: a fifth of a slide's shorter side. */
const wanted = 9;

/** Tolerance for rounding, in pixels of the slide. */
const tolerance = 1.5;

/** How the content of a slide fits. */
export interface Measurement {
  readonly isFull: boolean;
  /** How many times as high as its room the content is; 1 if it fits. */
  readonly ratio: number;
  /** The height of the lowest drawing, as a share of what it should have; 1 if all are high enough. */
  readonly drawn: number;
}

/** Measures a slide, which must be laid out. */
export function measure(slide: HTMLElement): Measurement {
  const layout = slide.querySelector<HTMLElement>(':scope > .layout');
  if (!layout) return { isFull: false, ratio: 1, drawn: 1 };
  const rem = remIn(slide);
  const { scrollHeight, clientHeight } = layout;
  return {
    isFull: isOverfull(slide, layout, rem),
    ratio: Math.max(1, scrollHeight / Math.max(1, clientHeight)),
    drawn: drawnShare(layout, wanted * rem),
  };
}

/** Whether the content is larger than its room. */
function isOverfull(slide: HTMLElement, layout: HTMLElement, rem: number): boolean {
  const margin = spare * rem;
  // A title is as high as its lines, which are lower than its letters.
  const slots = layout.querySelectorAll<HTMLElement>(':scope > .slot:not(.slot-title)');
  const outer = [layout, ...slots];
  const inner = [...layout.querySelectorAll<HTMLElement>('.slot .flow, .columns, table')];
  return (
    [...outer, ...layout.querySelectorAll<HTMLElement>('div:has(> math)')].some(isTooWide) ||
    outer.some((box) => isTooHigh(box, margin)) ||
    inner.some((box) => isTooWide(box) || isTooHigh(box, tolerance)) ||
    coversFooter(slide)
  );
}

/** The height of the lowest drawing, as a share of what it could have, as far as that is needed. */
function drawnShare(layout: HTMLElement, height: number): number {
  const drawings = layout.querySelectorAll(
    '.flow > :is(.chart, .image, .diagram, .qr, .media) :is(img, video, svg, .chart-box), .flow > img, .images img',
  );
  return Math.min(1, ...Array.from(drawings, (drawing) => shareOf(drawing, height)));
}

/** The pixels of the slide in a rem. */
function remIn({ ownerDocument }: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(ownerDocument.documentElement).fontSize);
}

function isTooHigh({ scrollHeight, clientHeight }: HTMLElement, margin: number): boolean {
  return scrollHeight > clientHeight + margin;
}

function isTooWide({ scrollWidth, clientWidth }: HTMLElement): boolean {
  return scrollWidth > clientWidth + tolerance;
}

/** Whether footnotes reach below the content of the slide. */
function coversFooter(slide: HTMLElement): boolean {
  const notes = slide.querySelector<HTMLElement>(':scope > .footnotes');
  if (!notes) return false;
  const room = slide.clientHeight - Number.parseFloat(getComputedStyle(slide).paddingBottom);
  return notes.offsetTop + notes.offsetHeight > room + tolerance;
}

/** The height of a drawing as a share of what it needs, or could have in the width that it has. */
function shareOf(drawing: Element, height: number): number {
  const own = drawing instanceof HTMLElement ? drawing.offsetHeight : drawing.clientHeight;
  if (own === 0) return 1;
  // Below three quarters of its size, the text of a diagram is too small.
  const diagram = Number((drawing as SVGElement).style.getPropertyValue('--h'));
  if (diagram > 0) return own / Math.min(diagram * 0.75, height * 1.5);
  if (!(drawing instanceof HTMLImageElement)) return own / height;
  const { naturalWidth, naturalHeight } = drawing;
  const room = drawing.parentElement?.clientWidth ?? drawing.offsetWidth;
  const possible = Math.min(naturalHeight, (room * naturalHeight) / naturalWidth) - tolerance;
  return own / Math.max(1, Math.min(possible, height));
}

/** Elements that are rendered from one or a few lines of Markdown. */
const pieces =
  ':is(h1, h2, h3, h4, h5, h6, p, li, dt, dd, tr, figure, blockquote, div:has(> math), .chart, .diagram, .line)';

/** The first element that is cut, or over the footer, on a slide that is too full. */
export function findCut(
  slide: HTMLElement,
): { readonly element: Element; readonly isWide: boolean } | undefined {
  const layout = slide.querySelector<HTMLElement>(':scope > .layout');
  if (!layout || !measure(slide).isFull) return undefined;
  const room = layout.getBoundingClientRect();
  // What transforms make of a pixel of the slide.
  const unit = room.height / layout.offsetHeight;
  const [bottom, right] = [
    room.bottom + (spare * remIn(slide) + tolerance) * unit,
    room.right + tolerance * unit,
  ];
  const all = [...layout.querySelectorAll(pieces)];
  const boxes = all.map((element) => ({ element, box: element.getBoundingClientRect() }));
  const low = boxes.find(({ box }) => box.bottom > bottom);
  const wide = boxes.find(
    ({ box }) => box.right > right || box.left < room.left - tolerance * unit,
  );
  const first = low ?? wide;
  if (!first) return { element: layout, isWide: false };
  // An outer element may begin far above of what is cut in it.
  const inner = boxes.find(
    ({ element, box }) =>
      first.element !== element &&
      first.element.contains(element) &&
      (low ? box.bottom > bottom : box.right > right),
  );
  return { element: (inner ?? first).element, isWide: !low };
}
