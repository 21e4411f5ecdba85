/** What runs in the measured pages; each function is sent there alone. */
import type { Step } from './stage.ts';

/** What stood on the screen, and when it did. */
interface Frame {
  readonly time: number;
  /** Where the first slide is, and whether the second one is seen as well. */
  readonly look: string;
  readonly isReady: boolean;
}

export type FramesWindow = Window & { pictures?: Frame[]; isDone?: boolean };

interface Deck {
  next(): void;
  prev(): void;
  isFirstSlide(): boolean;
  isLastSlide(): boolean;
  availableFragments(): { readonly prev: boolean; readonly next: boolean };
}

/** Notes each frame until the deck has been ready for half a second. */
export function watchFrames(): void {
  const page = window as FramesWindow;
  const frames: Frame[] = [];
  page.pictures = frames;
  const channel = new MessageChannel();
  let look = '';
  // A message that is sent before a picture is painted comes after it.
  channel.port1.onmessage = () => {
    const isReady = document.querySelector('.reveal.ready') !== null;
    frames.push({ time: performance.now(), look, isReady });
    const ready = frames.find((frame) => frame.isReady);
    if (ready && performance.now() - ready.time > 500) page.isDone = true;
    else requestAnimationFrame(see);
  };
  const see = (): void => {
    const [first, second] = document.querySelectorAll('.slides > section');
    const { x, y, width, height } = first?.getBoundingClientRect() ?? new DOMRect();
    const isSeen = second?.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const box = [x, y, width, height].map(Math.round);
    look = first ? `${box.join()} ${isSeen === true ? 'and another' : 'alone'}` : 'nothing';
    channel.port2.postMessage(0);
  };
  requestAnimationFrame(see);
}

/** Takes steps forwards, and backwards from the end on, each in a frame of its own. */
export async function walk(count: number): Promise<readonly Step[]> {
  const deck = (window as unknown as { Reveal: Deck }).Reveal;
  const steps: Step[] = [];
  let way: 'next' | 'prev' = 'next';
  for (let i = 0; i < count; i++) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    const { prev, next } = deck.availableFragments();
    if (deck.isLastSlide() && !next) way = 'prev';
    if (deck.isFirstSlide() && !prev) way = 'next';
    const start = performance.now();
    deck[way]();
    const middle = performance.now();
    document.body.getBoundingClientRect();
    steps.push({ script: middle - start, layout: performance.now() - middle });
  }
  return steps;
}

/** From `Esc`, which opens the overview, to the frame that shows it. */
export async function openOverview(): Promise<number> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  await frame();
  const start = performance.now();
  const key = { key: 'Escape', code: 'Escape', keyCode: 27, bubbles: true };
  document.body.dispatchEvent(new KeyboardEvent('keydown', key));
  // Pictures that are drawn once their places are known stand in the second frame.
  await frame();
  await frame();
  return performance.now() - start;
}
