import type { KeyValue } from '../model.ts';

/** Words that YAML reads as something else than text. */
const words = /^(?:true|false|null|yes|no|on|off|y|n|~)$/i;

/** Writes a value as YAML on one line. */
export function yamlValue(value: KeyValue | number): string {
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value === 'string') return yamlText(value);
  if (isList(value))
    return value.length === 1 && value[0] !== undefined
      ? yamlText(value[0])
      : `[${value.map(inList).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, text]) => `${key}: ${inList(text)}`)
    .join(', ')}}`;
}

function isList(value: KeyValue): value is readonly string[] {
  return Array.isArray(value);
}

function inList(text: string): string {
  return /[,[\]{}]/.test(text) ? JSON.stringify(text) : yamlText(text);
}

function yamlText(text: string): string {
  const isPlain =
    /^[\p{L}\p{N}_(/.][^\n\t\u0080-\u009f\u2028-\u202e\u2066-\u2069\u007f\\]*$/u.test(text) &&
    !/: |:$| #|\s$|\{\{/.test(text) &&
    !words.test(text) &&
    !/^[\d.+-]/.test(text);
  return isPlain ? text : quoted(text);
}

/** JSON is YAML; what would end a comment is escaped. */
function quoted(text: string): string {
  return JSON.stringify(text)
    .replaceAll('>', text.includes('--') ? '\\u003e' : '>')
    .replace(
      /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
