const mark = 'lectern-drop-here';
const sheet = new CSSStyleSheet();
sheet.replaceSync(
  `.${mark} .deck::after { content: ''; position: absolute; inset: 6px; z-index: 1000; border: 3px dashed #00897b; border-radius: 8px; background: #00897b1f; pointer-events: none; }`,
);
document.adoptedStyleSheets.push(sheet);

/**
 * Highlights the slide while a file is dragged over it. The editor itself shows where a file would
 * go.
 */
export function showDropHint(event?: Event): void {
  const isOverSlide = event?.target instanceof Element && event.target.closest('.deck') !== null;
  document.documentElement.classList.toggle(mark, isOverSlide);
}
