import type { Box, Frame } from '../../model/check.ts';
import { prepareImages, showImage } from '../export/images.ts';
import css from './frames.css';
import { boxIn, checkedSlide } from './slide.ts';

let slides: readonly number[] = [];

/** Prepares slides that are laid out for printing to be shown one at a time, with frames. */
export function prepareFrames(): void {
  slides = prepareImages(false).map(({ slide }) => slide);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

/** Shows a slide, and draws numbered frames on it. Those of the same place are one frame with several numbers. */
export async function showFrames(number: number, frames: readonly Frame[]): Promise<void> {
  for (const drawn of document.querySelectorAll('.check-frame, .check-number')) drawn.remove();
  await showImage(slides.indexOf(number));
  const root = document.querySelector<HTMLElement>('.shown-image');
  if (!root) return;
  const numbersByPlace = new Map<string, string[]>();
  for (const [index, frame] of frames.entries()) {
    const place = JSON.stringify(clamp(placeOf(root, frame), root));
    const numbers = numbersByPlace.get(place) ?? [];
    numbersByPlace.set(place, [...numbers, String(index + 1)]);
  }
  const labels: DOMRect[] = [];
  for (const [place, numbers] of numbersByPlace) {
    labels.push(draw(root, JSON.parse(place) as Box, numbers.join(', '), labels));
  }
}

function placeOf(root: HTMLElement, { box, file, line }: Frame): Box {
  if (box) return box;
  const block = file !== undefined && line !== undefined && blockAt(root, file, line);
  return boxIn(checkedSlide(root), (block || root).getBoundingClientRect());
}

/** The element of the last block that begins at a line or above it; the attribute is `sourceAttribute` of the model. */
function blockAt(root: HTMLElement, file: string, line: number): Element | undefined {
  const marked = [...root.querySelectorAll<HTMLElement>('[data-lectern-source]')];
  return marked.findLast((element) => {
    const mark = element.dataset.lecternSource ?? '';
    const start = mark.startsWith(`${file}:`)
      ? Number.parseInt(mark.slice(file.length + 1), 10)
      : 0;
    return start > 0 && start <= line && element.checkVisibility();
  });
}

/** Pixels between the content and its frame. */
const gap = 10;
const edge = 3;
const least = 24;

/** Within the slide, with some room around the content. */
function clamp({ x, y, width, height }: Box, { offsetWidth, offsetHeight }: HTMLElement): Box {
  const [left, right] = between(x - gap, x + width + gap, offsetWidth);
  const [top, bottom] = between(y - gap, y + height + gap, offsetHeight);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function between(from: number, to: number, size: number): readonly [number, number] {
  const start = Math.min(Math.max(from, edge), size - edge - least);
  return [start, Math.max(Math.min(to, size - edge), start + least)];
}

/** @returns the place of the number */
function draw(
  root: HTMLElement,
  { x, y, width, height }: Box,
  numbers: string,
  others: readonly DOMRect[],
): DOMRect {
  const frame = addTo(root, 'check-frame');
  Object.assign(frame.style, {
    left: `${x}px`,
    top: `${y}px`,
    width: `${width}px`,
    height: `${height}px`,
  });
  const label = addTo(root, 'check-number', numbers);
  const { offsetWidth, offsetHeight } = label;
  // Above the frame, and in it where there is no room.
  const top = y - offsetHeight < edge ? y : y - offsetHeight;
  let rect = new DOMRect(
    Math.min(x, innerWidth - offsetWidth - edge),
    top,
    offsetWidth,
    offsetHeight,
  );
  for (const other of others) {
    if (touches(rect, other))
      rect = new DOMRect(other.right + gap, rect.y, rect.width, rect.height);
  }
  Object.assign(label.style, { left: `${rect.x}px`, top: `${rect.y}px` });
  return rect;
}

function touches(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right + edge && b.left < a.right + edge && a.top < b.bottom && b.top < a.bottom;
}

/** Next to the slide: its own rules do not apply there, and print hides what is outside of all slides. */
function addTo(root: HTMLElement, className: string, text = ''): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.textContent = text;
  root.after(element);
  return element;
}
