import { titleOf } from '../../slides/slide-tile.ts';

interface SlideList {
  readonly slides: readonly HTMLElement[];
  /** The index of the current slide. */
  readonly current: number | undefined;
  readonly go: (index: number) => void;
}

/** Opens a dialog that lists all slides by number and title, at the current one. */
export function openSlideList(
  dialog: HTMLDialogElement,
  { slides, current, go }: SlideList,
  notes: readonly string[],
): void {
  const lines = slides.map((slide, i) => {
    const button = createLine(slide, i + 1);
    if (i === current) button.ariaCurrent = 'true';
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
  dialog.querySelector('footer')?.replaceChildren(createDecksLink());
  showListNotes(dialog, notes);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector<HTMLElement>('[aria-current]')?.focus();
  dialog.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
}

/** Shows notes below the list, which may change while it is open. */
export function showListNotes(dialog: HTMLDialogElement, notes: readonly string[]): void {
  for (const old of dialog.querySelectorAll('footer > p')) old.remove();
  dialog.querySelector('footer')?.prepend(...notes.map(createNote));
}

function createLine(slide: HTMLElement, number: number): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  const [position, title] = ['span', 'span'].map((tag) => document.createElement(tag));
  if (position) position.textContent = String(number);
  if (title) {
    title.textContent = titleOf(slide);
    title.lang = slide.lang || document.documentElement.lang;
    title.dir = 'auto';
  }
  button.append(position ?? '', ' ', title ?? '');
  return button;
}

function createNote(text: string): HTMLElement {
  const note = document.createElement('p');
  note.textContent = text;
  return note;
}

function createDecksLink(): HTMLElement {
  const link = document.createElement('a');
  link.href = '../';
  link.textContent = 'All decks';
  return link;
}
