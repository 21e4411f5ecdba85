/** The class of slides that are temporarily shown without animations. */
export const noMotionClass = 'lectern-still';
const sheet = new CSSStyleSheet();
sheet.replaceSync(
  `.${noMotionClass}, .${noMotionClass} :is(section, .fragment) { transition: none !important; animation: none !important; }`,
);
document.adoptedStyleSheets.push(sheet);

/** Disables the animations of slides until they are painted, so that edits appear at once. */
export function suppressMotion(slides: readonly Element[]): void {
  // A class on the whole deck would recompute the styles of all slides.
  for (const slide of slides) slide.classList.add(noMotionClass);
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      for (const slide of slides) slide.classList.remove(noMotionClass);
    });
  });
}

/** Runs a function while the deck's features see the system setting "reduced motion" as on. */
export function withReducedMotion(act: () => void): void {
  const { matchMedia } = window;
  window.matchMedia = (query) =>
    query.includes('prefers-reduced-motion') ? matchMedia('all') : matchMedia(query);
  try {
    act();
  } finally {
    window.matchMedia = matchMedia;
  }
}
