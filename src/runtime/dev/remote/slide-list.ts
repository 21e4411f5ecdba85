import { titleOf } from '../../slides/slide-tile.ts';

export interface SlideList {
  readonly slides: readonly HTMLElement[];
  /** The one that is shown, from 0. */
  readonly place: number | undefined;
  readonly go: (place: number) => void;
}

/** Lists all slides by number and title in a dialog, and opens it at the one that is shown. */
export function openSlideList(
  dialog: HTMLDialogElement,
  { slides, place, go }: SlideList,
  notes: readonly string[],
): void {
  const lines = slides.map((slide, i) => {
    const button = makeLine(slide, i + 1);
    if (i === place) button.ariaCurrent = 'true';
    button.addEventListener('click', () => {
      dialog.close();
      go(i);
    });
    const item = document.createElement('li');
    item.append(button);
    return item;
  });
  const list = dialog.querySelector('ol');
  if (list) list.dir = document.documentElement.dir;
  list?.replaceChildren(...lines);
  dialog.querySelector('footer')?.replaceChildren(...notes.map(makeNote), makeWayBack());
  if (!dialog.open) dialog.showModal();
  dialog.querySelector<HTMLElement>('[aria-current]')?.focus();
  dialog.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
}

function makeLine(slide: HTMLElement, number: number): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  const [place, title] = ['span', 'span'].map((tag) => document.createElement(tag));
  if (place) place.textContent = String(number);
  if (title) {
    title.textContent = titleOf(slide);
    title.lang = slide.lang || document.documentElement.lang;
    title.dir = 'auto';
  }
  button.append(place ?? '', ' ', title ?? '');
  return button;
}

function makeNote(text: string): HTMLElement {
  const note = document.createElement('p');
  note.textContent = text;
  return note;
}

function makeWayBack(): HTMLElement {
  const link = document.createElement('a');
  link.href = '/';
  link.textContent = 'All decks';
  return link;
}
