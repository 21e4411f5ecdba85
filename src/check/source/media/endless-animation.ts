/** Declarations of animations in CSS, up to their ends. */
const animations = /\banimation(?:-iteration-count)?\s*:[^;{}]*/gi;

/** A declaration of an animation without an end. */
interface Declaration {
  readonly index: number;
  readonly text: string;
}

/** Finds the animations without an end in style sheets and attributes. */
export function endlessAnimations(css: string): readonly Declaration[] {
  return [...css.matchAll(animations)].flatMap(({ 0: text, index }) =>
    /\binfinite\b/i.test(text) ? [{ index, text }] : [],
  );
}
