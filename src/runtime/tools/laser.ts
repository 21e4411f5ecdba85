import { createElement } from '../element.ts';
import type { BrowserFeature } from '../feature.ts';
import { say } from '../navigation/announce.ts';
import { activateTool, activeTool, deactivateTool } from './tool.ts';

export const laserSizes = ['small', 'large', 'none'] as const;
export type LaserSize = (typeof laserSizes)[number];

const dot = createElement('div', 'laser');
let size: LaserSize = 'small';
/** Whether `L` is held long enough to repeat: then the laser pointer is turned off on release. */
let isHeld = false;

/** `L` turns the laser pointer on until `L` is pressed again, or while it is held. */
export const laser: BrowserFeature = {
  present() {
    dot.ariaHidden = 'true';
    for (const name of ['pointermove', 'pointerdown'] as const) addEventListener(name, follow);
  },
  shortcuts: () => [
    { keys: ['l'], name: 'laserPointer', group: 'pointerAndPen', press: toggle },
    {
      keys: ['Escape'],
      group: 'pointerAndPen',
      press: () => (activeTool() === 'laser' ? deactivateTool() : false),
      isHidden: true,
    },
  ],
};

export function laserSize(): LaserSize {
  return size;
}

export function setLaserSize(wanted: LaserSize): void {
  size = wanted;
  dot.dataset.size = wanted;
  if (wanted === 'none' && activeTool() === 'laser') deactivateTool();
}

function toggle({ repeat, key, view }: KeyboardEvent): void {
  isHeld = repeat;
  if (repeat) return;
  if (activeTool() === 'laser') deactivateTool();
  else if (size !== 'none') {
    activateTool('laser', () => dot.remove());
    document.body.append(dot);
    say('laserPointer');
    turnOffOnKeyUp(key, view ?? window);
  }
}

function turnOffOnKeyUp(key: string, view: Window): void {
  const letGo = (event: KeyboardEvent): void => {
    if (event.key !== key) return;
    view.removeEventListener('keyup', letGo);
    if (isHeld && activeTool() === 'laser') deactivateTool();
  };
  view.addEventListener('keyup', letGo);
}

/** Runs before the laser pointer is on, too, so that it appears at the pointer. */
function follow({ clientX, clientY }: PointerEvent): void {
  dot.style.translate = `${clientX}px ${clientY}px`;
}
