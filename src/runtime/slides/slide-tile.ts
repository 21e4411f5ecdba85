/** The button of a slide: an empty frame for its picture; its number, from 1, and its title. */
export function makeTile(slide: HTMLElement, number: number): HTMLButtonElement {
  const tile = document.createElement('button');
  tile.type = 'button';
  tile.className = 'tile';
  tile.tabIndex = -1;
  tile.lang = slide.lang || document.documentElement.lang;
  tile.dataset.number = String(number);
  const frame = makeSpan('thumbnail deck');
  frame.ariaHidden = 'true';
  frame.inert = true;
  const caption = makeSpan('caption');
  caption.append(makeSpan('place', String(number)), ' ', makeSpan('title', titleOf(slide)));
  tile.append(frame, caption);
  return tile;
}

function makeSpan(className: string, text = ''): HTMLElement {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = text;
  return span;
}

/** A slide's title, or what its text begins with. */
export function titleOf(slide: HTMLElement): string {
  return (
    slide.dataset.title ?? slide.querySelector('.layout')?.textContent.trim().slice(0, 80) ?? ''
  );
}

/** The tiles as a list; those of a stack in one of their own. */
export function listTiles(tiles: readonly Element[], slides: readonly Element[]): HTMLElement {
  const all = makeList('tiles');
  const stacks = new Map<Element, HTMLElement>();
  for (const [i, tile] of tiles.entries()) {
    const stack = slides[i]?.parentElement;
    const list = stack?.matches('.stack') ? (stacks.get(stack) ?? makeList('stack-tiles')) : all;
    list.append(makeItem('item', tile));
    if (!stack || list === all || stacks.has(stack)) continue;
    stacks.set(stack, list);
    list.ariaLabel = `Stack of ${stack.childElementCount} slides`;
    all.append(makeItem('stack-item', list));
  }
  return all;
}

function makeList(className: string): HTMLElement {
  const list = document.createElement('ol');
  list.className = className;
  // Without its bullets a list would be none for some screen readers.
  list.role = 'list';
  return list;
}

function makeItem(className: string, content: Element): HTMLElement {
  const item = document.createElement('li');
  item.className = className;
  item.append(content);
  return item;
}
