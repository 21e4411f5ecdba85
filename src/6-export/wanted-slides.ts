/**
 * Removes all other slides from the page, and the links to them.
 *
 * @param slides the numbers of the slides to keep, from 1
 * @returns a script for `Tab.evaluate`
 */
export function keepSlides(slides: readonly number[]): string {
  return `(() => {
  const wanted = new Set(${JSON.stringify(slides)});
  document.querySelectorAll('.slides section.slide').forEach((slide, index) => {
    if (!wanted.has(index + 1)) slide.remove();
  });
  for (const stack of document.querySelectorAll('.slides > .stack:not(:has(.slide))')) stack.remove();
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) link.removeAttribute('href');
  }
})()`;
}

/**
 * Selects what is printed in addition to the slides.
 *
 * @returns a script for `Tab.evaluate`
 */
export function wantPrinted(wanted: readonly ('steps' | 'notes')[]): string {
  return `void (document.documentElement.dataset.print = ${JSON.stringify(wanted.join(' '))})`;
}
