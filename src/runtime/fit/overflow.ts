/** How far the content of a slide may reach into its lower margin, in rem: not to the footer. */
const spare = 1;

/** Tolerance for rounding, in pixels of the slide. */
const tolerance = 1.5;

/** Whether the content of a slide is larger than its room. The slide must be laid out. */
export function isOverfull(slide: HTMLElement): boolean {
  const layout = slide.querySelector<HTMLElement>(':scope > .layout');
  if (!layout) return false;
  const margin = spare * remIn(slide);
  // A title is as high as its lines, which are lower than its letters.
  const slots = layout.querySelectorAll<HTMLElement>(':scope > .slot:not(.slot-title)');
  const outer = [layout, ...slots];
  const inner = [...layout.querySelectorAll<HTMLElement>('.slot .flow, .columns, table')];
  return (
    [...outer, ...layout.querySelectorAll<HTMLElement>('.formula')].some(isTooWide) ||
    outer.some((box) => isTooHigh(box, margin)) ||
    inner.some((box) => isTooWide(box) || isTooHigh(box, tolerance)) ||
    coversFooter(slide)
  );
}

/**
 * Whether drawings have less height than they need, as other content leaves them none.
 *
 * @param height in rem, that they need
 */
export function isCramped(slide: HTMLElement, height: number): boolean {
  const least = height * remIn(slide);
  const drawings = slide.querySelectorAll(
    '.flow > :is(.chart, .image, .diagram, .qr, .media) :is(img, video, svg, .chart-box), .images img',
  );
  return [...drawings].some((drawing) => isLow(drawing, least));
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

/** Whether a drawing is lower than it could be: than its own size, or that in the width it has. */
function isLow(drawing: Element, least: number): boolean {
  const height = drawing instanceof HTMLElement ? drawing.offsetHeight : drawing.clientHeight;
  if (height >= least * 1.5 || height === 0) return false;
  // Below three quarters of its size, the text of a diagram is too small.
  const drawn = Number((drawing as SVGElement).style.getPropertyValue('--h'));
  if (drawn > 0) return height < Math.min(drawn * 0.75, least * 1.5);
  if (!(drawing instanceof HTMLImageElement)) return height < least;
  const { naturalWidth, naturalHeight } = drawing;
  const room = drawing.parentElement?.clientWidth ?? drawing.offsetWidth;
  const possible = Math.min(naturalHeight, (room * naturalHeight) / naturalWidth);
  return height < Math.min(possible, least) - tolerance;
}

/** Elements that are rendered from one or a few lines of Markdown. */
const pieces =
  ':is(h1, h2, h3, h4, h5, h6, p, li, dt, dd, tr, figure, blockquote, .formula, .chart, .diagram, .line)';

/** The first element that is cut, or over the footer, on a slide that is too full. */
export function findCut(
  slide: HTMLElement,
): { readonly element: Element; readonly isWide: boolean } | undefined {
  const layout = slide.querySelector<HTMLElement>(':scope > .layout');
  if (!layout || !isOverfull(slide)) return undefined;
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
