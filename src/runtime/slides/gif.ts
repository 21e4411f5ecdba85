import { type BrowserFeature, prefersReducedMotion } from '../feature.ts';

/** An animated GIF that ends by itself starts when its slide or its step is shown. */
export const gif: BrowserFeature = {
  present(deck) {
    for (const event of ['ready', 'slidechanged']) {
      deck.on(event, () => restart(deck.getCurrentSlide()));
    }
    deck.on(
      'fragmentshown',
      ({ fragments }: Event & { readonly fragments?: readonly Element[] }) => {
        for (const fragment of fragments ?? []) restart(fragment);
      },
    );
  },
};

let count = 0;

/** Browsers play an image from its start only if its address is new. */
function restart(root: Element | undefined): void {
  if (prefersReducedMotion()) return;
  const inside = root ? [root, ...root.querySelectorAll('*')] : [];
  const shown = inside.filter((element) => !element.closest('.notes, .fragment:not(.visible)'));
  for (const element of shown) {
    if (element instanceof HTMLImageElement) restartImage(element);
    else if (element instanceof HTMLElement && element.matches('.slide-background')) {
      const { backgroundImage } = getComputedStyle(element);
      if (address.test(backgroundImage)) {
        element.style.backgroundImage = backgroundImage.replace(address, next());
      }
    }
  }
}

function restartImage(image: HTMLImageElement): void {
  // An image that is used more than once is the `content` of its element.
  const { content } = getComputedStyle(image);
  if (address.test(content)) image.style.content = content.replace(address, next());
  else if (address.test(image.src)) image.src = image.src.replace(address, next());
}

const address = /data:image\/gif(?:;n=\d+)?/;

function next(): string {
  count += 1;
  return `data:image/gif;n=${count}`;
}
