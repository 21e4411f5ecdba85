import { sizeSheet } from './pane-style.ts';

const key = 'lectern-dev-editor-size';
/** Of the window, in per cent. */
const [least, most, usual, step] = [20, 80, 42, 2];

/** Whether the pane lies beside the deck, and not below it. */
const beside = matchMedia('(width >= 60rem)');

/** The line between deck and editor, to be moved by a hand or by arrow keys. @param resized called after that */
export function makeSplitter(resized: () => void): HTMLElement {
  const line = document.createElement('div');
  line.className = 'splitter';
  line.role = 'separator';
  line.tabIndex = 0;
  line.ariaLabel = 'Size of the editor';
  line.ariaValueMin = `${least}`;
  line.ariaValueMax = `${most}`;
  const set = (wanted: number): void => {
    const size = Math.round(Math.min(Math.max(wanted, least), most) * 10) / 10;
    line.ariaValueNow = `${Math.round(size)}`;
    line.ariaOrientation = beside.matches ? 'vertical' : 'horizontal';
    const unit = beside.matches ? 'vw' : 'dvh';
    sizeSheet.replaceSync(`:root { --lectern-editor-size: ${size}${unit}; }`);
    localStorage.setItem(key, `${size}`);
    resized();
  };
  const now = (): number => Number(localStorage.getItem(key)) || usual;
  beside.addEventListener('change', () => {
    if (line.isConnected) set(now());
  });
  followPointer(line, set);
  line.addEventListener('keydown', ({ key: pressed }) => {
    if (/^Arrow(?:Left|Up)$/.test(pressed)) set(now() + step);
    if (/^Arrow(?:Right|Down)$/.test(pressed)) set(now() - step);
  });
  set(now());
  return line;
}

function followPointer(line: HTMLElement, set: (size: number) => void): void {
  line.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    line.setPointerCapture(event.pointerId);
  });
  line.addEventListener('pointermove', ({ pointerId, clientX, clientY }) => {
    if (!line.hasPointerCapture(pointerId)) return;
    const share = beside.matches ? clientX / innerWidth : clientY / innerHeight;
    set(100 - share * 100);
  });
}
