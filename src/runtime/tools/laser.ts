import { make } from '../element.ts';
import type { Part } from '../feature.ts';
import { announce } from '../navigation/announce.ts';
import { layDownTool, pickUp, toolInUse } from './tool.ts';

export const laserSizes = ['small', 'large', 'none'] as const;
export type LaserSize = (typeof laserSizes)[number];

const dot = make('div', 'laser');
let size: LaserSize = 'small';
/** Whether `L` was held until it came again by itself: then the light goes out with the key. */
let isHeld = false;

/** `L` makes the pointer a dot of light: until `L` again, or as long as it is held. */
export const laser: Part = {
  present() {
    dot.ariaHidden = 'true';
    for (const name of ['pointermove', 'pointerdown'] as const) addEventListener(name, follow);
  },
  shortcuts: () => [
    { keys: ['l'], name: 'Laser pointer', group: 'Point and draw', press: toggle },
    {
      keys: ['Escape'],
      name: 'Laser pointer off',
      group: 'Point and draw',
      press: () => (toolInUse() === 'laser' ? layDownTool() : false),
      isUntold: true,
    },
  ],
};

export function laserSize(): LaserSize {
  return size;
}

export function setLaserSize(wanted: LaserSize): void {
  size = wanted;
  dot.dataset.size = wanted;
  if (wanted === 'none' && toolInUse() === 'laser') layDownTool();
}

function toggle({ repeat, key, view }: KeyboardEvent): void {
  isHeld = repeat;
  if (repeat) return;
  if (toolInUse() === 'laser') layDownTool();
  else if (size !== 'none') {
    pickUp('laser', () => dot.remove());
    document.body.append(dot);
    announce('Laser pointer');
    letGoWith(key, view ?? window);
  }
}

function letGoWith(key: string, view: Window): void {
  const letGo = (event: KeyboardEvent): void => {
    if (event.key !== key) return;
    view.removeEventListener('keyup', letGo);
    if (isHeld && toolInUse() === 'laser') layDownTool();
  };
  view.addEventListener('keyup', letGo);
}

/** Before the light is on, too: it goes on where the pointer is. */
function follow({ clientX, clientY }: PointerEvent): void {
  dot.style.translate = `${clientX}px ${clientY}px`;
}
