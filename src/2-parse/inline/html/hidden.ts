/** Elements that are never shown, unless a script or an attribute opens them. */
const hiddenElements = new Set(['datalist', 'metadata', 'desc']);

export function isHidingElement(name: string, attributes: ReadonlySet<string>): boolean {
  return hiddenElements.has(name) || (name === 'dialog' && !attributes.has('open'));
}

/** Whether an attribute hides its element. @param value with its character references replaced */
export function isHidingAttribute(element: string, name: string, value: string): boolean {
  if (name === 'hidden') return value.toLowerCase() !== 'until-found';
  if (name === 'type') return element === 'input' && value.trim().toLowerCase() === 'hidden';
  if (name === 'display') return value.trim() === 'none';
  if (name === 'visibility') return /^\s*(?:hidden|collapse)\s*$/i.test(value);
  return name === 'style' && hidingStyle.test(value.replace(/\/\*[\s\S]*?\*\//g, ''));
}

const hidingStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b/i;
