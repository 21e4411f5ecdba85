import type { Slide } from '../../model/deck.ts';

/** What is known of a slide before its blocks are parsed. */
export type KnownSlide = Omit<Slide, 'slots' | 'notes'>;

interface Late {
  readonly known: KnownSlide;
  /** Of its texts, as {@link DeckSize} counts them. */
  readonly size: number;
  readonly whole: () => Slide;
}

const lates = new WeakMap<object, Late>();

/**
 * A slide whose blocks are parsed when something asks for them, which most builds of a deck that was edited do for
 * few slides.
 *
 * @param whole parses the slide
 */
export function lateSlide(known: KnownSlide, size: number, whole: () => Slide): Slide {
  let parsed: Slide | undefined;
  const parseOnce = (): Slide => {
    parsed ??= whole();
    return parsed;
  };
  const slide: Slide = {
    ...known,
    get slots() {
      return parseOnce().slots;
    },
    get notes() {
      return parseOnce().notes;
    },
  };
  lates.set(slide, { known, size, whole: parseOnce });
  return slide;
}

/** A copy of a slide with more properties. Unlike a spread, it does not ask for the blocks. */
export function extendSlide(slide: Slide, more: Partial<KnownSlide>): Slide {
  const late = lates.get(slide);
  if (!late) return { ...slide, ...more };
  const { known, size, whole } = late;
  return lateSlide({ ...known, ...more }, size, () => ({ ...whole(), ...more }));
}

/** Converts a late slide: its blocks when something asks for them. */
export function convertSlide(slide: Slide, convert: <T>(value: T) => T): Slide {
  const late = lates.get(slide);
  if (!late) return convert(slide);
  const { known, size, whole } = late;
  return lateSlide(convert(known), size, () => convert(whole()));
}

export function isLate(slide: Slide): boolean {
  return lates.has(slide);
}

/** A slide with its blocks, parsed together with its headings: the same spans are the same objects. */
export function wholeSlide(slide: Slide): Slide {
  return lates.get(slide)?.whole() ?? slide;
}

/** `undefined` for a slide that is not late. */
export function knownSizeOf(slide: Slide): number | undefined {
  return lates.get(slide)?.size;
}
