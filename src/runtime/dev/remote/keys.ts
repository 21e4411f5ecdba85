import type { RemoteAction } from '../../../dev/protocol/messages.ts';
import { keyName } from '../../navigation/keyboard.ts';

/** The minimum length of a swipe in CSS pixels. */
const threshold = 40;

/** The keys of a keyboard or clicker that is connected to the phone. */
const stepKeys: ReadonlyMap<string, RemoteAction['type'] & ('next' | 'previous')> = new Map([
  ...['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter', 'n'].map(
    (key) => [key, 'next'] as const,
  ),
  ...['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace', 'Shift+ '].map(
    (key) => [key, 'previous'] as const,
  ),
]);

interface StepHandlers {
  readonly step: (direction: 'next' | 'previous') => void;
  readonly toggleBlank: () => void;
}

/**
 * Handles keys, except those that the focused element handles. None reaches the deck in this page.
 */
export function listenForKeys({ step, toggleBlank }: StepHandlers): void {
  document.addEventListener('keydown', (event) => {
    event.stopPropagation();
    const target = event.target as Element;
    const key = keyName(event);
    const isButtons = target.matches('button, a[href]') && (key === ' ' || key === 'Enter');
    if (event.defaultPrevented || isButtons || target.closest('dialog')) return;
    const act = stepKeys.get(key);
    if (act) step(act);
    else if (key === 'b' || key === '.') toggleBlank();
    else return;
    event.preventDefault();
  });
}

/** Swipes go to the next or previous step. */
export function listenForSwipes(area: HTMLElement, step: StepHandlers['step']): void {
  const fingers = new Map<number, readonly [x: number, y: number]>();
  let isDone = false;
  area.addEventListener('pointerdown', ({ pointerType, pointerId, clientX, clientY, target }) => {
    if (pointerType !== 'touch') return;
    fingers.set(pointerId, [clientX, clientY]);
    isDone = fingers.size > 1 || scrollsSideways(target as Element, area);
  });
  area.addEventListener('pointermove', ({ pointerId, clientX, clientY }) => {
    const from = fingers.get(pointerId);
    if (!from || isDone) return;
    const [x, y] = [clientX - from[0], clientY - from[1]];
    if (Math.abs(x) < threshold || Math.abs(x) < Math.abs(y)) return;
    isDone = true;
    const isRightToLeft = document.documentElement.dir === 'rtl';
    step(x < 0 === isRightToLeft ? 'previous' : 'next');
  });
  for (const name of ['pointerup', 'pointercancel'] as const) {
    addEventListener(name, ({ pointerId }) => fingers.delete(pointerId));
  }
}

function scrollsSideways(target: Element, area: Element): boolean {
  for (let at: Element | null = target; at && at !== area; at = at.parentElement) {
    const isScroller = /auto|scroll/.test(getComputedStyle(at).overflowX);
    if (isScroller && at.scrollWidth > at.clientWidth) return true;
  }
  return false;
}
