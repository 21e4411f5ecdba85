/** Marp's transitions by the one of ours that is most like them. */
const like: Readonly<Record<string, readonly string[]>> = {
  none: ['none'],
  fade: ['fade', 'fade-out', 'dissolve', 'glow', 'coverflow', 'in-out', 'melt'],
  slide: [
    ...['slide', 'push', 'cover', 'reveal', 'pull', 'wipe', 'swipe', 'swap', 'swoosh', 'swoop'],
    ...['drop', 'fall', 'slide-up', 'wiper', 'clockwise', 'counterclockwise', 'diamond', 'swirl'],
  ],
  convex: ['cube', 'pivot', 'rotate', 'flip', 'cylinder'],
  zoom: ['zoom', 'explode', 'implode', 'iris-in', 'iris-out', 'star'],
};

/** The transition for the directive `transition`, which may have a duration after the name. */
export function transitionOf(value: string | undefined): {
  readonly name: string;
  /** What is not as the author wrote it. */
  readonly isApproximate: boolean;
} {
  const [wanted = 'none', ...more] = (value ?? 'none').split(/\s+/);
  const name = Object.keys(like).find((key) => like[key]?.includes(wanted));
  return { name: name ?? 'fade', isApproximate: more.length > 0 || name !== wanted };
}
