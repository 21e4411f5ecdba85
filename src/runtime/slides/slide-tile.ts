import { fill, words } from '../words.ts';

/** Creates the button of a slide: an empty frame for its thumbnail, its number and its title. */
export function createTile(slide: HTMLElement, number: number): HTMLButtonElement {
  const tile = document.createElement('button');
  tile.type = 'button';
  tile.className = 'tile';
  tile.tabIndex = -1;
  tile.lang = slide.lang || document.documentElement.lang;
  tile.dataset.number = String(number);
  const frame = createSpan('thumbnail deck');
  frame.ariaHidden = 'true';
  frame.inert = true;
  const caption = createSpan('caption');
  caption.append(
    createSpan('tile-number', String(number)),
    ' ',
    createSpan('title', titleOf(slide)),
  );
  tile.append(frame, caption);
  return tile;
}

function createSpan(className: string, text = ''): HTMLElement {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = text;
  return span;
}

/** A slide's title, or the beginning of its text. */
export function titleOf(slide: HTMLElement): string {
  return (
    slide.dataset.title ?? slide.querySelector('.layout')?.textContent.trim().slice(0, 80) ?? ''
  );
}

/** Creates the list of tiles, with a nested list for each stack. */
export function listTiles(tiles: readonly Element[], slides: readonly Element[]): HTMLElement {
  const all = createList('tiles');
  const stacks = new Map<Element, HTMLElement>();
  for (const [i, tile] of tiles.entries()) {
    const stack = slides[i]?.parentElement;
    const list = stack?.matches('.stack') ? (stacks.get(stack) ?? createList('stack-tiles')) : all;
    list.append(createItem('item', tile));
    if (!stack || list === all || stacks.has(stack)) continue;
    stacks.set(stack, list);
    list.ariaLabel = fill(words().stackOf, stack.childElementCount);
    all.append(createItem('stack-item', list));
  }
  return all;
}

function createList(className: string): HTMLElement {
  const list = document.createElement('div');
  list.className = className;
  // Not an `ol`: the rules with `:has()` for lists on slides would apply to it, and each thumbnail that is added would
  // change the styles of all tiles.
  list.role = 'list';
  return list;
}

function createItem(className: string, content: Element): HTMLElement {
  const item = document.createElement('div');
  item.className = className;
  item.role = 'listitem';
  item.append(content);
  return item;
}
