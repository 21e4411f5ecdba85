import type { MarkOrigin } from './origin-mark.ts';

/** A value of front matter or slide settings. */
export type YamlValue = string | number | boolean | readonly string[];

/**
 * Writes settings as YAML, a key a line; those without a value are left out.
 *
 * @param mark says where values come from, for messages
 */
export function yamlText(
  settings: Readonly<Record<string, YamlValue | undefined>>,
  mark: MarkOrigin = () => '',
): string {
  return Object.entries(settings)
    .map(([key, value]) => {
      if (value === undefined) return '';
      return `${key}: ${valueText(key, value, key === 'css' ? () => '' : mark)}\n`;
    })
    .join('');
}

function valueText(key: string, value: YamlValue, mark: MarkOrigin): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') {
    return `[${value.map((item) => mark(item) + itemText(item)).join(', ')}]`;
  }
  return mark(value) + lineText(key, value);
}

function itemText(item: string): string {
  return isPlain(item) && !/[,[\]{}]/.test(item) ? item : quoted(item);
}

function lineText(key: string, value: string): string {
  if ((value.includes('\n') || key === 'css') && isBlock(value)) {
    const lines = value.trimEnd().split('\n');
    return ['|', ...lines.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
  }
  return isPlain(value) ? value : quoted(value);
}

/** Whether a text is the same below `|`. */
function isBlock(value: string): boolean {
  return /^\S/.test(value) && !/[^\P{Cc}\t\n]/u.test(value);
}

/** Whether YAML reads a text of one line as it is written: not as a number, a word such as `true`, or a comment. */
function isPlain(value: string): boolean {
  if (/^[1-9]\d*(?:x\d+|[smh])$/.test(value)) return true;
  return (
    /^(?:\p{L}|\.{0,2}\/)[^\p{C}\n]*$/u.test(value) &&
    !/:(?:\s|$)|\s#|\s$/.test(value) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value)
  );
}

/** Strings of JSON are strings of YAML. */
function quoted(value: string): string {
  return JSON.stringify(value);
}
