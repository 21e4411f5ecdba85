/** Elements that are rendered from one or a few lines of Markdown. */
const blocks =
  'h1, h2, h3, h4, h5, h6, p, li, td, th, pre, figcaption, dt, dd, figure, blockquote, .chart, .slide';
const code = 'code > span, .line';

/** The maximum length of the text by which a line is found. */
const maxText = 300;

/** Calls back with the index of the slide and the text of the element on Alt+click. */
export function listenForAltClick(
  slides: () => readonly Element[],
  open: (slide: number, text: string) => void,
): void {
  addEventListener(
    'click',
    (event) => {
      const target = event.target as Element;
      const slide = slides().indexOf(target.closest('.slide') as Element);
      if (!event.altKey || slide < 0) return;
      event.preventDefault();
      event.stopPropagation();
      open(slide, textOf(target));
    },
    { capture: true },
  );
}

function textOf(target: Element): string {
  if (target instanceof HTMLImageElement) return target.alt;
  const element = target.closest(code) ?? target.closest(blocks) ?? target;
  const text = element.matches('.slide') ? '' : (element.textContent ?? '');
  const named = element.querySelector('[aria-label], img[alt]');
  const name = named?.getAttribute('aria-label') ?? named?.getAttribute('alt') ?? '';
  return (text.trim() || name).slice(0, maxText);
}
