import css from './images.css';

export { leaveOutPrintStyles } from './print-styles.ts';

/** An image that can be shown: a slide, or one of its steps. */
interface SlideImage {
  /** The number of its slide, from 1. */
  readonly slide: number;
  /** From 0; absent if the slide has no steps. */
  readonly step?: number;
}

let slides: readonly HTMLElement[] = [];

/** Prepares slides that are laid out for printing to be shown one at a time, at the top left. */
export function prepareImages(isTransparent: boolean): readonly SlideImage[] {
  addStyles();
  document.documentElement.classList.toggle('transparent', isTransparent);
  slides = slidesInOrder();
  document.documentElement.classList.add('single-image');
  return slides.map(({ dataset }) => ({
    slide: Number(dataset.number),
    ...(dataset.step !== undefined && { step: Number(dataset.step) }),
  }));
}

/** Shows one of the prepared slides. @param index from 0 */
export async function showImage(index: number): Promise<void> {
  for (const shown of document.querySelectorAll('.shown-image')) {
    shown.classList.remove('shown-image');
  }
  const slide = slides[index];
  slide?.classList.add('shown-image');
  await whenPainted();
}

/**
 * Shows the first slide in a window of this size, which it fills: a landscape slide is laid out with the
 * ratio of the window, others are centered in it, on their background.
 */
export async function showSocialImage(width: number, height: number): Promise<void> {
  prepareImages(false);
  const [slide] = slides;
  if (!slide) return;
  slide.classList.add('shown-image');
  if (slide.offsetWidth > slide.offsetHeight) {
    slide.style.setProperty('inline-size', `${(slide.offsetHeight * width) / height}px`);
  }
  const background = element('social-background');
  background.style.background = getComputedStyle(slide).background;
  background.append(...slide.querySelectorAll(':scope > .slide-background'));
  // The overlay of a background image has the slide's background color.
  background.style.setProperty(
    '--color-background',
    getComputedStyle(slide).getPropertyValue('--color-background'),
  );
  slide.before(background);
  slide.classList.add('social-slide');
  const scale = Math.min(width / slide.offsetWidth, height / slide.offsetHeight);
  slide.style.setProperty('--scale', String(scale));
  await whenPainted();
}

/**
 * Shows a contact sheet of all slides.
 *
 * @param width of the sheet, in pixels
 * @returns its height in pixels
 */
export async function showContactSheet(width: number): Promise<number> {
  addStyles();
  const slides = slidesInOrder();
  const [first] = slides;
  const deck = document.querySelector('.slides');
  if (!first || !deck) return 0;
  const { offsetWidth, offsetHeight } = first;
  const columns = Math.ceil(Math.sqrt(slides.length * (offsetHeight / offsetWidth) * (16 / 9)));
  const sheet = element('contact-sheet');
  sheet.append(createHeader(slides.length), ...slides.map(createCell));
  deck.replaceChildren(sheet);
  const sizes = { unit: `${width / 240}px`, columns, ratio: offsetWidth / offsetHeight };
  for (const [name, value] of Object.entries(sizes)) {
    sheet.style.setProperty(`--sheet-${name}`, String(value));
  }
  document.documentElement.classList.add('contact-sheet-page');
  const shown = sheet.querySelector('.contact-frame')?.clientWidth ?? 0;
  sheet.style.setProperty('--scale', String(shown / offsetWidth));
  await whenPainted();
  return Math.ceil(sheet.getBoundingClientRect().height);
}

function createHeader(count: number): HTMLElement {
  const head = element('contact-head');
  const title = element('contact-title', document.title);
  head.append(title, element('contact-count', `${count} ${count === 1 ? 'slide' : 'slides'}`));
  return head;
}

function createCell(slide: HTMLElement): HTMLElement {
  const cell = element('contact-cell');
  const frame = element('contact-frame');
  frame.append(slide);
  cell.append(frame, element('contact-number', slide.dataset.number));
  return cell;
}

function addStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

function slidesInOrder(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.slides section.slide')];
}

/** Waits until all visible images are decoded and painted. */
async function whenPainted(): Promise<void> {
  const images = [...document.images].filter((image) => image.checkVisibility());
  await Promise.allSettled(images.map((image) => shownImage(image).decode()));
  await new Promise(requestAnimationFrame);
}

/** An image that is used more than once is the `content` of its element. */
function shownImage(image: HTMLImageElement): HTMLImageElement {
  const url = /^url\("(.*)"\)$/.exec(getComputedStyle(image).content)?.[1];
  return url === undefined ? image : Object.assign(new Image(), { src: url });
}

function element(className: string, text = ''): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  made.textContent = text;
  return made;
}
