import { createElement } from '../element.ts';
import { isFarFrom, type Point, pointAt } from './stroke.ts';

/** Receives the strokes of the pointer. */
interface StrokeHandler {
  /** @param isEraser whether the eraser end of a pen is used */
  readonly begin: (isEraser: boolean) => void;
  readonly go: (points: readonly Point[]) => void;
  readonly end: () => void;
}

/** Values of `PointerEvent.button`: the main button, and the eraser end of a pen. */
const drawingButtons: readonly number[] = [0, 5];

/** Creates an overlay that captures pointers and converts them to slide coordinates. */
export function createSurface(
  size: readonly [number, number],
  handler: StrokeHandler,
  slideOf: () => Element,
) {
  const surface = createElement('div', 'pen-surface');
  let pointer: number | undefined;
  let last: Point | undefined;
  let knowsPens = false;
  const locate = ({ clientX, clientY, pressure, pointerType }: PointerEvent): Point => {
    const { left, top, width, height } = slideOf().getBoundingClientRect();
    const x = ((clientX - left) / width) * size[0];
    const y = ((clientY - top) / height) * size[1];
    return pointAt(x, y, pointerType === 'pen' ? pressure : undefined);
  };
  const go = (event: PointerEvent): void => {
    if (event.pointerId !== pointer) return;
    const steps = event.getCoalescedEvents?.() ?? [];
    const points = (steps.length > 0 ? steps : [event]).map(locate).filter((point) => {
      const isFar = isFarFrom(last, point);
      if (isFar) last = point;
      return isFar;
    });
    if (points.length > 0) handler.go(points);
  };
  const end = ({ pointerId }: PointerEvent): void => {
    if (pointerId !== pointer) return;
    pointer = undefined;
    handler.end();
  };
  surface.addEventListener('pointerdown', (event) => {
    knowsPens ||= event.pointerType === 'pen';
    // Ignores the palm once a pen was used.
    const isPalm = knowsPens && event.pointerType === 'touch';
    if (pointer !== undefined || isPalm || !drawingButtons.includes(event.button)) return;
    event.preventDefault();
    pointer = event.pointerId;
    last = undefined;
    surface.setPointerCapture(pointer);
    handler.begin(event.button === 5);
    go(event);
  });
  surface.addEventListener('pointermove', go);
  for (const name of ['pointerup', 'pointercancel'] as const) surface.addEventListener(name, end);
  return surface;
}
