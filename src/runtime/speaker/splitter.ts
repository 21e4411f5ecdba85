import type { PageStorage } from './storage.ts';

/** Limits of the slides' share of the view, in percent. */
const limits = { least: 20, most: 75 } as const;
const entry = 'split';

/** Lets the line between slides and notes be moved by pointer or arrow keys. Its position is stored. */
export function addSplitter(line: HTMLElement, area: HTMLElement, keep: PageStorage): void {
  let share = Number(keep.read(entry)) || 0;
  const set = (wanted: number): void => {
    share = Math.min(limits.most, Math.max(limits.least, wanted));
    area.style.setProperty('--split', `${share}%`);
    line.ariaValueNow = String(Math.round(share));
  };
  const isBeside = (): boolean => line.clientHeight > line.clientWidth;
  const shareNow = (): number => {
    const [box, place] = [area.getBoundingClientRect(), line.getBoundingClientRect()];
    return isBeside()
      ? ((place.x - box.x) / box.width) * 100
      : ((place.y - box.y) / box.height) * 100;
  };
  if (share > 0) set(share);
  line.addEventListener('pointerdown', (event) => {
    line.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  line.addEventListener('pointermove', ({ pointerId, clientX, clientY }) => {
    if (!line.hasPointerCapture(pointerId)) return;
    const { x, y, width, height } = area.getBoundingClientRect();
    set(((isBeside() ? (clientX - x) / width : (clientY - y) / height) || 0) * 100);
  });
  line.addEventListener('lostpointercapture', () => keep.write(entry, share));
  line.addEventListener('keydown', (event) => {
    const way = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    set(shareNow() + 2 * way);
    keep.write(entry, share);
  });
}
