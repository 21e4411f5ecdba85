import type { RevealApi } from 'reveal.js';
import type { BrowserFeature } from '../feature.ts';
import { type Direction, moveTowards } from '../navigation/navigation.ts';
import { activeTool } from './tool.ts';

/** The minimum length of a swipe in CSS pixels. */
const threshold = 40;

/** Elements that handle touches themselves. */
const touchTargets =
  'video[controls], audio[controls], input, select, textarea, [data-prevent-swipe]';

/** Swipes change the slide. Gestures with two fingers are left to the browser, which zooms. */
export const swipe: BrowserFeature = {
  present(deck) {
    deck.on('ready', () => {
      const root = deck.getRevealElement();
      if (root) listen(root, deck);
    });
    // A page zoomed with two fingers is panned with one.
    visualViewport?.addEventListener('resize', () => {
      document.documentElement.classList.toggle('pinched', isPinched());
    });
  },
};

function listen(root: HTMLElement, deck: RevealApi): void {
  const fingers = new Map<number, readonly [x: number, y: number]>();
  let isDone = false;
  root.addEventListener('pointerdown', ({ pointerType, pointerId, clientX, clientY, target }) => {
    if (pointerType !== 'touch') return;
    if (fingers.size === 0) isDone = isPinched() || handlesTouch(target as Element);
    fingers.set(pointerId, [clientX, clientY]);
    if (fingers.size > 1) isDone = true;
  });
  root.addEventListener('pointermove', ({ pointerId, clientX, clientY }) => {
    const from = fingers.get(pointerId);
    if (!from || isDone) return;
    const direction = directionOf(clientX - from[0], clientY - from[1]);
    if (!direction) return;
    isDone = true;
    if (canMove(direction, deck)) moveTowards(deck, direction);
  });
  for (const name of ['pointerup', 'pointercancel'] as const) {
    addEventListener(name, ({ pointerId }) => fingers.delete(pointerId));
  }
}

/** The direction in which to move: a swipe to the left moves to the right. */
function directionOf(x: number, y: number): Direction | undefined {
  if (Math.max(Math.abs(x), Math.abs(y)) < threshold) return undefined;
  if (Math.abs(x) > Math.abs(y)) return x < 0 ? 'right' : 'left';
  return y < 0 ? 'down' : 'up';
}

/** Up and down only if there are slides. */
function canMove(direction: Direction, deck: RevealApi): boolean {
  return direction === 'left' || direction === 'right' || deck.availableRoutes()[direction];
}

function isPinched(): boolean {
  return (visualViewport?.scale ?? 1) > 1.03;
}

function handlesTouch(target: Element): boolean {
  return activeTool() !== undefined || target.closest(touchTargets) !== null || scrolls(target);
}

function scrolls(target: Element): boolean {
  for (let at: Element | null = target; at && !at.matches('.slides'); at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at);
    if (/auto|scroll/.test(overflowX) && at.scrollWidth > at.clientWidth) return true;
    if (/auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight) return true;
  }
  return false;
}
