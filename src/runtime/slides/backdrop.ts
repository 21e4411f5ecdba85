import { type Part, prefersStillness } from '../feature.ts';

/** How long a picture takes to come or go, in milliseconds. */
const duration = 400;

/**
 * Lets a slide's ground go on beside it, where the screen has another shape: its colour as the
 * page's, and its gradient or picture over the whole screen.
 */
export const backdrop: Part = {
  present(deck) {
    const screen = document.createElement('div');
    screen.className = 'backdrop';
    screen.ariaHidden = 'true';
    const paint = (): void => {
      const slide = deck.isOverview() ? undefined : deck.getCurrentSlide();
      document.body.style.backgroundColor = slide ? groundOf(slide) : '';
      show(slide && pictureOf(slide), screen);
    };
    deck.on('ready', () => deck.getRevealElement()?.prepend(screen));
    for (const event of ['ready', 'slidechanged', 'overviewshown', 'overviewhidden']) {
      deck.on(event, paint);
    }
  },
};

function groundOf(slide: Element): string {
  const style = getComputedStyle(slide);
  if (fillsScreen(slide)) return style.getPropertyValue('--color-background');
  // A slide without a ground of its own leaves the page's.
  const { backgroundColor } = style;
  return /^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor) ? '' : backgroundColor;
}

function fillsScreen(slide: Element): boolean {
  return slide.classList.contains('has-backdrop');
}

function pictureOf(slide: Element): HTMLElement | undefined {
  if (!fillsScreen(slide)) return undefined;
  const style = getComputedStyle(slide);
  const given = slide.querySelector(':scope > .slide-background');
  const picture = (given?.cloneNode() ?? document.createElement('div')) as HTMLElement;
  if (!given) picture.style.background = style.getPropertyValue('--background');
  picture.classList.add('slide-background');
  // What lies over it has the colour of the slide's ground.
  picture.style.setProperty('--color-background', style.getPropertyValue('--color-background'));
  return picture;
}

/** Fades in over those before it, which then go. */
function show(picture: HTMLElement | undefined, screen: Element): void {
  const before = [...screen.children];
  if (picture && before.at(-1)?.outerHTML === picture.outerHTML) return;
  if (picture) screen.append(picture);
  const fading = picture ? [picture] : before;
  const frames = picture ? { opacity: ['0', picture.style.opacity || '1'] } : { opacity: '0' };
  const timing = { duration: prefersStillness() ? 0 : duration, fill: 'backwards' } as const;
  for (const element of fading) {
    element.animate(frames, timing).finished.then(
      () => {
        for (const old of before) old.remove();
      },
      () => {},
    );
  }
}
