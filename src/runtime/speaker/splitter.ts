import type { PageStorage } from './storage.ts';

/** Limits of the slides' share of the view, in percent. */
const limits = { least: 20, most: 75 } as const;
const entry = 'split';

/**
 * Lets the line between slides and notes be moved by pointer or arrow keys. Its position is stored.
 */
export function addSplitter(line: HTMLElement, area: HTMLElement, storage: PageStorage): void {
  let share = Number(storage.read(entry)) || 0;
  const set = (wanted: number): void => {
    share = Math.min(limits.most, Math.max(limits.least, wanted));
    area.style.setProperty('--split', `${share}%`);
    line.ariaValueNow = String(Math.round(share));
  };
  const isVertical = (): boolean => line.clientHeight > line.clientWidth;
  const shareNow = (): number => {
    const [areaBox, lineBox] = [area.getBoundingClientRect(), line.getBoundingClientRect()];
    return isVertical()
      ? ((lineBox.x - areaBox.x) / areaBox.width) * 100
      : ((lineBox.y - areaBox.y) / areaBox.height) * 100;
  };
  const shareAt = ({ clientX, clientY }: PointerEvent): number => {
    const { x, y, width, height } = area.getBoundingClientRect();
    return ((isVertical() ? (clientX - x) / width : (clientY - y) / height) || 0) * 100;
  };
  if (share > 0) set(share);
  // The line is where it was held, and not where it begins.
  let held = 0;
  line.addEventListener('pointerdown', (event) => {
    line.setPointerCapture(event.pointerId);
    held = shareAt(event) - shareNow();
    event.preventDefault();
  });
  line.addEventListener('pointermove', (event) => {
    if (line.hasPointerCapture(event.pointerId)) set(shareAt(event) - held);
  });
  line.addEventListener('lostpointercapture', () => storage.write(entry, share));
  line.addEventListener('keydown', (event) => {
    const direction = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    set(shareNow() + 2 * direction);
    storage.write(entry, share);
  });
}
