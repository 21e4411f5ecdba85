import { typeScale } from '../../2-parse/room/type-room.ts';
import type { Deck, Slide } from '../../model/deck.ts';

/** By how many steps the type of a slide is larger than usual. */
export function typeStepOf({ typeRoom }: Slide, { typeSteps }: Deck): number {
  return typeRoom && typeRoom.step > 0 ? (typeSteps.get(typeRoom.of) ?? 0) : 0;
}

/** How much larger than usual the type of a slide is. */
export function typeScaleOf(slide: Slide, deck: Deck): number {
  const step = typeStepOf(slide, deck);
  return slide.typeRoom && step > 0 ? typeScale(slide.typeRoom.of, step) : 1;
}
