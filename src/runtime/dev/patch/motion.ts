/** The class of slides that are shown without any motion for now. */
export const stillMark = 'lectern-still';
const sheet = new CSSStyleSheet();
sheet.replaceSync(
  `.${stillMark}, .${stillMark} :is(section, .fragment) { transition: none !important; animation: none !important; }`,
);
document.adoptedStyleSheets.push(sheet);

/** Shows slides without any motion until they are painted: what was typed is there, and does not come along. */
export function keepStill(slides: readonly Element[]): void {
  // Marks on the whole deck would have all of its styles computed anew.
  for (const slide of slides) slide.classList.add(stillMark);
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      for (const slide of slides) slide.classList.remove(stillMark);
    });
  });
}

/** Does something while the deck's own parts, which ask the system whether people want motion, are told that they do not. */
export function withoutMotion(act: () => void): void {
  const { matchMedia } = window;
  window.matchMedia = (query) =>
    query.includes('prefers-reduced-motion') ? matchMedia('all') : matchMedia(query);
  try {
    act();
  } finally {
    window.matchMedia = matchMedia;
  }
}
