import { readStored, writeStored } from '../../browser-storage.ts';
import { sizeSheet } from './pane-style.ts';

const key = 'lectern-dev-editor-size';
/** Sizes in percent of the window. */
const [minSize, maxSize, defaultSize, step] = [20, 80, 42, 2];

/** Whether the pane is next to the deck instead of below it. */
const sideBySide = matchMedia('(width >= 60rem)');

/**
 * Creates the line between deck and editor, moved by pointer or arrow keys.
 *
 * @param resized called after a move
 */
export function createSplitter(resized: () => void): HTMLElement {
  const line = document.createElement('div');
  line.className = 'splitter';
  line.role = 'separator';
  line.tabIndex = 0;
  line.ariaLabel = 'Size of the editor';
  line.ariaValueMin = `${minSize}`;
  line.ariaValueMax = `${maxSize}`;
  const set = (wanted: number): void => {
    const size = Math.round(Math.min(Math.max(wanted, minSize), maxSize) * 10) / 10;
    line.ariaValueNow = `${Math.round(size)}`;
    line.ariaOrientation = sideBySide.matches ? 'vertical' : 'horizontal';
    const unit = sideBySide.matches ? 'vw' : 'dvh';
    sizeSheet.replaceSync(`:root { --lectern-editor-size: ${size}${unit}; }`);
    current = size;
    writeStored('localStorage', key, `${size}`);
    resized();
  };
  let current = Number(readStored('localStorage', key)) || defaultSize;
  const now = (): number => current;
  sideBySide.addEventListener('change', () => {
    if (line.isConnected) set(now());
  });
  followPointer(line, now, set);
  line.addEventListener('keydown', ({ key: pressed }) => {
    if (/^Arrow(?:Left|Up)$/.test(pressed)) set(now() + step);
    if (/^Arrow(?:Right|Down)$/.test(pressed)) set(now() - step);
  });
  set(now());
  return line;
}

function followPointer(line: HTMLElement, now: () => number, set: (size: number) => void): void {
  const sizeAt = ({ clientX, clientY }: PointerEvent): number =>
    100 - (sideBySide.matches ? clientX / innerWidth : clientY / innerHeight) * 100;
  // From the edge of the pane to where the line is held.
  let held = 0;
  line.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    line.setPointerCapture(event.pointerId);
    held = sizeAt(event) - now();
  });
  line.addEventListener('pointermove', (event) => {
    if (line.hasPointerCapture(event.pointerId)) set(sizeAt(event) - held);
  });
}
