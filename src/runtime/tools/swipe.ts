import type { RevealApi } from 'reveal.js';
import type { Part } from '../feature.ts';
import { go, type Way } from '../navigation/navigation.ts';
import { toolInUse } from './tool.ts';

/** How far a finger goes, in CSS pixels, before it is a swipe. */
const threshold = 40;

/** A finger that has its own business here: it leads a film, moves a slider, or scrolls. */
const ownBusiness =
  'video[controls], audio[controls], input, select, textarea, [data-prevent-swipe]';

/** A finger pulls the next slide or the last one in. Two fingers are for the browser, which zooms. */
export const swipe: Part = {
  present(deck) {
    deck.on('ready', () => {
      const stage = deck.getRevealElement();
      if (stage) listen(stage, deck);
    });
    // What is zoomed by two fingers is moved by one.
    visualViewport?.addEventListener('resize', () => {
      document.documentElement.classList.toggle('pinched', isPinched());
    });
  },
};

function listen(stage: HTMLElement, deck: RevealApi): void {
  const fingers = new Map<number, readonly [x: number, y: number]>();
  let isDone = false;
  stage.addEventListener('pointerdown', ({ pointerType, pointerId, clientX, clientY, target }) => {
    if (pointerType !== 'touch') return;
    if (fingers.size === 0) isDone = isPinched() || hasBusiness(target as Element);
    fingers.set(pointerId, [clientX, clientY]);
    if (fingers.size > 1) isDone = true;
  });
  stage.addEventListener('pointermove', ({ pointerId, clientX, clientY }) => {
    const from = fingers.get(pointerId);
    if (!from || isDone) return;
    const way = wayOf(clientX - from[0], clientY - from[1]);
    if (!way) return;
    isDone = true;
    if (leadsAnywhere(way, deck)) go(deck, way);
  });
  for (const name of ['pointerup', 'pointercancel'] as const) {
    addEventListener(name, ({ pointerId }) => fingers.delete(pointerId));
  }
}

/** What is pulled to the left is followed by what lies on the right. */
function wayOf(x: number, y: number): Way | undefined {
  if (Math.max(Math.abs(x), Math.abs(y)) < threshold) return undefined;
  if (Math.abs(x) > Math.abs(y)) return x < 0 ? 'right' : 'left';
  return y < 0 ? 'down' : 'up';
}

/** Up and down only where slides lie there. */
function leadsAnywhere(way: Way, deck: RevealApi): boolean {
  return way === 'left' || way === 'right' || deck.availableRoutes()[way];
}

function isPinched(): boolean {
  return (visualViewport?.scale ?? 1) > 1.03;
}

function hasBusiness(target: Element): boolean {
  return toolInUse() !== undefined || target.closest(ownBusiness) !== null || scrolls(target);
}

function scrolls(target: Element): boolean {
  for (let at: Element | null = target; at && !at.matches('.slides'); at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at);
    if (/auto|scroll/.test(overflowX) && at.scrollWidth > at.clientWidth) return true;
    if (/auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight) return true;
  }
  return false;
}
