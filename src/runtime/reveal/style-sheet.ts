const sheet = new CSSStyleSheet();

/**
 * Stands for the function by which auto-animate makes its `<style>` element: the page's policy
 * refuses an element's rules, not those of a sheet that a script builds.
 */
export function createStyleSheet(): HTMLElement {
  const element = document.createElement('i');
  Object.defineProperty(element, 'innerHTML', { set: (css: string) => sheet.replaceSync(css) });
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  document.head.append(element);
  return element;
}
