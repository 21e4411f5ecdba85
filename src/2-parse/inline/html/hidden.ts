import { readEscapes } from '../../../base/safe-html/css-loads.ts';

/** Elements that are never shown, unless a script or an attribute opens them. */
const hiddenElements = new Set(['datalist', 'metadata', 'desc']);

export function isHidingElement(name: string, attributes: ReadonlySet<string>): boolean {
  return hiddenElements.has(name) || (name === 'dialog' && !attributes.has('open'));
}

/** Whether an attribute hides its element. @param value with its character references replaced */
export function isHidingAttribute(element: string, name: string, value: string): boolean {
  if (name === 'hidden') return value.toLowerCase() !== 'until-found';
  if (name === 'type') return element === 'input' && value.trim().toLowerCase() === 'hidden';
  // Attributes of SVG are CSS, too.
  if (name === 'display' || name === 'visibility') return isHidingStyle(`${name}:${value}`);
  return name === 'style' && isHidingStyle(value);
}

function isHidingStyle(css: string): boolean {
  return hidingStyle.test(readEscapes(css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '')));
}

const hidingStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b/i;
