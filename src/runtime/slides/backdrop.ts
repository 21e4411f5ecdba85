import { type BrowserFeature, prefersReducedMotion } from '../feature.ts';

/** The duration of the cross-fade in milliseconds. */
const duration = 400;

/**
 * Extends a slide's background to the whole screen if the screen has another aspect ratio: its gradient or
 * image covers the screen.
 */
export const backdrop: BrowserFeature = {
  present(deck) {
    const screen = document.createElement('div');
    screen.className = 'backdrop';
    screen.ariaHidden = 'true';
    const paint = (): void => {
      const slide = deck.isOverview() ? undefined : deck.getCurrentSlide();
      show(slide && backgroundImageOf(slide), screen);
    };
    deck.on('ready', () => deck.getRevealElement()?.prepend(screen));
    for (const event of ['ready', 'slidechanged', 'overviewshown', 'overviewhidden']) {
      deck.on(event, paint);
    }
  },
};

function backgroundImageOf(slide: Element): HTMLElement | undefined {
  if (!slide.classList.contains('has-backdrop')) return undefined;
  const style = getComputedStyle(slide);
  const given = slide.querySelector(':scope > .slide-background');
  const image = (given?.cloneNode() ?? document.createElement('div')) as HTMLElement;
  if (!given) image.style.background = style.getPropertyValue('--background');
  image.classList.add('slide-background');
  // Its overlay has the slide's background color.
  image.style.setProperty('--color-background', style.getPropertyValue('--color-background'));
  return image;
}

/** Fades in above the previous images, which are then removed. */
function show(image: HTMLElement | undefined, screen: Element): void {
  const before = [...screen.children];
  if (image && before.at(-1)?.outerHTML === image.outerHTML) return;
  if (image) screen.append(image);
  const fading = image ? [image] : before;
  const frames = image ? { opacity: ['0', image.style.opacity || '1'] } : { opacity: '0' };
  const timing = { duration: prefersReducedMotion() ? 0 : duration, fill: 'backwards' } as const;
  for (const element of fading) {
    element.animate(frames, timing).finished.then(
      () => {
        for (const old of before) old.remove();
      },
      () => {},
    );
  }
}
