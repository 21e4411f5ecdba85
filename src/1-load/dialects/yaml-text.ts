/** A value of front matter or slide settings. */
export type YamlValue = string | number | boolean | readonly string[];

/** Writes settings as YAML, a key a line; those without a value are left out. */
export function yamlText(settings: Readonly<Record<string, YamlValue | undefined>>): string {
  return Object.entries(settings)
    .map(([key, value]) => (value === undefined ? '' : `${key}: ${valueText(value)}\n`))
    .join('');
}

function valueText(value: YamlValue): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return `[${value.map(quoted).join(', ')}]`;
  if (value.includes('\n') && isBlock(value)) {
    const lines = value.trimEnd().split('\n');
    return ['|', ...lines.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
  }
  return isPlain(value) ? value : quoted(value);
}

/** Whether a text is the same below `|`. */
function isBlock(value: string): boolean {
  return /^\S/.test(value) && !/[^\P{Cc}\t\n]/u.test(value);
}

/** Words that YAML reads as they are written. */
function isPlain(value: string): boolean {
  return (
    /^[A-Za-z][\w./-]*(?: [\w./-]+)*$/.test(value) &&
    !/^(?:true|false|null|yes|no|on|off)$/i.test(value)
  );
}

/** Strings of JSON are strings of YAML. */
function quoted(value: string): string {
  return JSON.stringify(value);
}
