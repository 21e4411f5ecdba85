import css from './images.css';

/** A picture that can be shown: of a slide, or of one of its steps. */
interface Picture {
  /** The number of its slide, from 1. */
  readonly slide: number;
  /** From 0, where the slide has any. */
  readonly step?: number;
}

let pictures: readonly HTMLElement[] = [];

/** Lets slides that are laid out for paper be shown one at a time, in the corner of the window. */
export function prepareImages(isTransparent: boolean): readonly Picture[] {
  addStyles();
  document.documentElement.classList.toggle('transparent', isTransparent);
  pictures = slidesInOrder();
  document.documentElement.classList.add('one-picture');
  return pictures.map(({ dataset }) => ({
    slide: Number(dataset.number),
    ...(dataset.step !== undefined && { step: Number(dataset.step) }),
  }));
}

/** Shows one of them. @param index from 0 */
export async function showImage(index: number): Promise<void> {
  for (const shown of document.querySelectorAll('.shown-picture')) {
    shown.classList.remove('shown-picture');
  }
  const picture = pictures[index];
  picture?.classList.add('shown-picture');
  await whenPainted();
}

/** Shows the first slide in the middle of the window, and its ground over all of it. */
export async function showSocialImage(width: number, height: number): Promise<void> {
  prepareImages(false);
  const [slide] = pictures;
  if (!slide) return;
  const ground = element('social-ground');
  ground.style.background = getComputedStyle(slide).background;
  ground.append(...slide.querySelectorAll(':scope > .slide-background'));
  // What lies over a picture has the colour of the slide's ground.
  ground.style.setProperty(
    '--color-background',
    getComputedStyle(slide).getPropertyValue('--color-background'),
  );
  slide.before(ground);
  const scale = Math.min(width / slide.offsetWidth, height / slide.offsetHeight);
  slide.classList.add('social-slide', 'shown-picture');
  slide.style.setProperty('--scale', String(scale));
  await whenPainted();
}

/**
 * Shows all slides small, in rows.
 *
 * @param width of the whole, in pixels
 * @returns its height
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
  sheet.append(writeHead(slides.length), ...slides.map(makeCell));
  deck.replaceChildren(sheet);
  const sizes = { unit: `${width / 240}px`, columns, ratio: offsetWidth / offsetHeight };
  for (const [name, value] of Object.entries(sizes)) {
    sheet.style.setProperty(`--sheet-${name}`, String(value));
  }
  document.documentElement.classList.add('whole-sheet');
  const shown = sheet.querySelector('.contact-frame')?.clientWidth ?? 0;
  sheet.style.setProperty('--scale', String(shown / offsetWidth));
  await whenPainted();
  return Math.ceil(sheet.getBoundingClientRect().height);
}

function writeHead(count: number): HTMLElement {
  const head = element('contact-head');
  const title = element('contact-title', document.title);
  head.append(title, element('contact-count', `${count} ${count === 1 ? 'slide' : 'slides'}`));
  return head;
}

function makeCell(slide: HTMLElement): HTMLElement {
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

/** Large images are decoded beside the painting, unless they have been before. */
async function whenPainted(): Promise<void> {
  const images = [...document.images].filter((image) => image.checkVisibility());
  await Promise.allSettled(images.map((image) => image.decode()));
  await new Promise(requestAnimationFrame);
}

function element(className: string, text = ''): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  made.textContent = text;
  return made;
}
