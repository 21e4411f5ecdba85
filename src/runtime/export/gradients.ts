import { mixInSrgb } from './gradient-stops.ts';

const properties = ['background-image', 'border-image-source', 'mask-image'] as const;

/** Makes the gradients of the page the same in print as on screen; see {@link mixInSrgb}. */
export function expandGradients(): void {
  const rules: string[] = [];
  for (const shown of document.querySelectorAll<HTMLElement>('html, body, body *')) {
    for (const [name, value] of changesOf(shown)) shown.style.setProperty(name, value, 'important');
    for (const pseudo of ['::before', '::after']) {
      const changes = changesOf(shown, pseudo);
      if (changes.length === 0) continue;
      const id = String(rules.length);
      shown.setAttribute(`data-gradient${pseudo.replace('::', '-')}`, id);
      const body = changes.map(([name, value]) => `${name}:${value}!important`).join(';');
      rules.push(`[data-gradient${pseudo.replace('::', '-')}="${id}"]${pseudo}{${body}}`);
    }
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules.join(''));
  document.adoptedStyleSheets.push(sheet);
}

function changesOf(shown: Element, pseudo?: string): (readonly [name: string, value: string])[] {
  const style = getComputedStyle(shown, pseudo);
  // Most elements have no such part, and this runs for each element of the deck.
  if (pseudo !== undefined && style.content === 'none') return [];
  return properties.flatMap((name) => {
    const value = style.getPropertyValue(name);
    if (!value.includes('gradient(')) return [];
    const mixed = mixInSrgb(value);
    return mixed === value ? [] : [[name, mixed] as const];
  });
}
