/** How far the content of a slide may reach into its lower margin, in rem: not to the footer. */
const spare = 1;

/** The height in rem that drawings should have: a fifth of a slide's shorter side. */
const wanted = 9;

/** Tolerance for rounding, in pixels of the slide. */
const tolerance = 1.5;

/** How the content of a slide fits. */
export interface Measurement {
  readonly isFull: boolean;
  /** The height of the lowest drawing, as a share of what it should have; 1 if all are high enough. */
  readonly drawn: number;
}

/** Measures a slide, which must be laid out. */
export function measure(slide: HTMLElement): Measurement {
  const layout = slide.querySelector<HTMLElement>(':scope > .layout');
  if (!layout) return { isFull: false, drawn: 1 };
  const rem = remIn(slide);
  const boxes = layout.querySelectorAll('.flow, .columns, table, div:has(> math)');
  return {
    isFull: [layout, ...boxes].some((box) => overflows(box, spare * rem)),
    drawn: drawnShare(layout, wanted * rem),
  };
}

/** @param margin that its content may be higher: the letters of some fonts are higher than their lines */
function overflows(box: Element, margin: number): boolean {
  const { scrollHeight, clientHeight, scrollWidth, clientWidth } = box;
  return scrollHeight > clientHeight + margin || scrollWidth > clientWidth + tolerance;
}

/** The height of the lowest drawing, as a share of what it could have, as far as that is needed. */
function drawnShare(layout: HTMLElement, height: number): number {
  const drawings = layout.querySelectorAll(
    '.flow > figure :is(img, video, .chart-box), .flow > figure > svg, .flow > img, .images img',
  );
  return Math.min(1, ...Array.from(drawings, (drawing) => shareOf(drawing, height)));
}

/** The pixels of the slide in a rem. */
function remIn({ ownerDocument }: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(ownerDocument.documentElement).fontSize);
}

/** The height of a drawing as a share of what it needs, or could have in the width that it has. */
function shareOf(drawing: Element, height: number): number {
  const own = drawing.clientHeight;
  // Below three quarters of its size, the text of a diagram is too small.
  const diagram = Number((drawing as SVGElement).style.getPropertyValue('--h'));
  if (diagram > 0) return own / Math.min(diagram * 0.75, height * 1.5);
  if (!(drawing instanceof HTMLImageElement)) return own / height;
  const { naturalWidth, naturalHeight, parentElement } = drawing;
  const inWidth = ((parentElement?.clientWidth ?? 0) * naturalHeight) / naturalWidth;
  return naturalHeight
    ? own / Math.max(1, Math.min(naturalHeight, inWidth, height) - tolerance)
    : 1;
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
