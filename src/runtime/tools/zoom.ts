import type { RevealApi } from 'reveal.js';
import type { BrowserFeature } from '../feature.ts';
import { activeTool } from './tool.ts';

const [step, most] = [1.5, 8];
/** How far an arrow key pans, as a fraction of the window. */
const arrowStep = 0.125;

const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

let scale = 1;
/** The fixed point of the zoom in the window. */
let [x, y] = [0, 0];
/** The last position of the mouse. */
let mouse: readonly [number, number] | undefined;

/** `+` zooms in at the mouse; the mouse and the arrow keys pan. */
export const zoom: BrowserFeature = {
  present(deck) {
    deck.on('slidechanged', () => set(1, deck));
    addEventListener('pointermove', ({ clientX, clientY, pointerType }) => {
      if (pointerType !== 'mouse') return;
      mouse = [clientX, clientY];
      if (scale > 1 && activeTool() !== 'pen') moveTo(clientX, clientY, deck);
    });
  },
  shortcuts: (deck) => [
    { keys: ['+', '='], name: 'zoomIn', group: 'screen', press: () => set(scale * step, deck) },
    { keys: ['-'], name: 'zoomOut', group: 'screen', press: () => set(scale / step, deck) },
    {
      keys: ['0', 'Escape'],
      name: 'resetZoom',
      group: 'screen',
      press: () => scale > 1 && set(1, deck),
    },
    {
      keys: Object.keys(arrows),
      name: 'pan',
      group: 'screen',
      press: ({ key }) => scale > 1 && pan(key, deck),
      isHidden: true,
    },
  ],
};

function set(wanted: number, deck: RevealApi): void {
  if (scale === 1) [x, y] = mouse ?? [innerWidth / 2, innerHeight / 2];
  scale = Math.min(Math.max(wanted, 1), most);
  // Rounding errors may leave a scale slightly above 1.
  if (scale < 1.01) scale = 1;
  paint(deck);
}

function pan(key: string, deck: RevealApi): void {
  const [right = 0, down = 0] = arrows[key] ?? [];
  moveTo(x + right * arrowStep * innerWidth, y + down * arrowStep * innerHeight, deck);
}

function moveTo(toX: number, toY: number, deck: RevealApi): void {
  x = Math.min(Math.max(toX, 0), innerWidth);
  y = Math.min(Math.max(toY, 0), innerHeight);
  paint(deck);
}

function paint(deck: RevealApi): void {
  const root = deck.getRevealElement();
  if (!root) return;
  root.style.scale = scale === 1 ? '' : String(scale);
  root.style.translate = scale === 1 ? '' : `${(1 - scale) * x}px ${(1 - scale) * y}px`;
  document.documentElement.classList.toggle('zoomed', scale > 1);
}
