const sheet = new CSSStyleSheet();
sheet.replaceSync(
  '.reveal, .reveal :is(section, .fragment) { transition: none !important; animation: none !important; }',
);

/**
 * Does something to the deck without any motion: what was typed is there, and does not come along.
 * The deck's own parts ask the system whether people want motion, and are told that they do not.
 */
export function withoutMotion(act: () => void): void {
  const { matchMedia } = window;
  const sheets = document.adoptedStyleSheets;
  if (!sheets.includes(sheet)) document.adoptedStyleSheets = [...sheets, sheet];
  window.matchMedia = (query) =>
    query.includes('prefers-reduced-motion') ? matchMedia('all') : matchMedia(query);
  try {
    act();
  } finally {
    window.matchMedia = matchMedia;
    // Once it is painted, nothing is left to move.
    requestAnimationFrame(() => requestAnimationFrame(moveAgain));
  }
}

function moveAgain(): void {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
}
