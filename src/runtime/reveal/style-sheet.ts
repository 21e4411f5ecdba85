const sheet = new CSSStyleSheet();

/**
 * Replaces the function that creates the `<style>` element of auto-animate: the content security policy
 * blocks such elements, but not style sheets constructed by scripts.
 */
export function createStyleSheet(): HTMLElement {
  const element = document.createElement('i');
  Object.defineProperty(element, 'innerHTML', { set: (css: string) => sheet.replaceSync(css) });
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  document.head.append(element);
  return element;
}
