import type { RemoteAction } from '../../../dev/protocol/messages.ts';
import { nameKey } from '../../navigation/keyboard.ts';

/** How far a finger goes, in CSS pixels, before it is a swipe. */
const threshold = 40;

/** What the keys of a keyboard or a clicker do that is bound to the phone. */
const acts: ReadonlyMap<string, RemoteAction['type'] & ('next' | 'previous')> = new Map([
  ...['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter', 'n'].map(
    (key) => [key, 'next'] as const,
  ),
  ...['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace', 'Shift+ '].map(
    (key) => [key, 'previous'] as const,
  ),
]);

export interface Steps {
  readonly step: (way: 'next' | 'previous') => void;
  readonly toggleDark: () => void;
}

/** Listens to keys. Those that what has the focus takes are its own; none reaches the deck in this page. */
export function listenForKeys({ step, toggleDark }: Steps): void {
  document.addEventListener('keydown', (event) => {
    event.stopPropagation();
    const target = event.target as Element;
    const key = nameKey(event);
    const isButtons = target.matches('button, a[href]') && (key === ' ' || key === 'Enter');
    if (event.defaultPrevented || isButtons || target.closest('dialog')) return;
    const act = acts.get(key);
    if (act) step(act);
    else if (key === 'b' || key === '.') toggleDark();
    else return;
    event.preventDefault();
  });
}

/** A finger pulls the next slide or the last one in. */
export function listenForSwipes(area: HTMLElement, step: Steps['step']): void {
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
