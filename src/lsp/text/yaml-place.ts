/** What is at a place in YAML. */
export interface YamlPlace {
  /** The keys of the mappings around it, and for a value its own key. */
  readonly path: readonly string[];
  /** Whether a key is written there, or else a value. */
  readonly isKey: boolean;
  /** What is written of it before the place. */
  readonly prefix: string;
  /** The column at which it begins. */
  readonly start: number;
}

/**
 * Finds what is at a place in YAML that may not be finished.
 *
 * @param lines of the YAML up to the place; the last one ends there
 */
export function yamlPlace(lines: readonly string[]): YamlPlace | undefined {
  const line = lines.at(-1) ?? '';
  const [, lead = '', dash = '', rest = ''] = /^([ \t]*)((?:-[ \t]+)*)(.*)$/.exec(line) ?? [];
  if (/(?:^|\s)#/.test(rest)) return undefined;
  const indent = lead.length;
  const above = parents(lines.slice(0, -1), dash === '' ? indent : indent + 1);
  return inFlow(above, rest, line) ?? inBlock(above, rest, line);
}

/** `key: value` or `- value`. */
function inBlock(above: readonly string[], rest: string, line: string): YamlPlace {
  const [whole, key = ''] = /^["']?([\w$\\-]+)["']?[ \t]*:[ \t]+/.exec(rest) ?? [];
  if (whole !== undefined) return placeOf([...above, key], false, rest.slice(whole.length), line);
  const isItem = /^[ \t]*-[ \t]/.test(line);
  return placeOf(above, !isItem, rest, line);
}

/** `key: {other: value` or `key: [value`. */
function inFlow(above: readonly string[], rest: string, line: string): YamlPlace | undefined {
  const open = /^([\w$-]+)[ \t]*:[ \t]*([{[])(?![^\n]*[}\]])(.*)$/.exec(rest);
  if (!open) return undefined;
  const [, key = '', bracket, inner = ''] = open;
  const last = /[^,]*$/.exec(inner)?.[0].trimStart() ?? '';
  if (bracket === '[') return placeOf([...above, key], false, last, line);
  const [whole, own = ''] = /^([\w$-]+)[ \t]*:[ \t]*/.exec(last) ?? [];
  return whole === undefined
    ? placeOf([...above, key], true, last, line)
    : placeOf([...above, key, own], false, last.slice(whole.length), line);
}

function placeOf(
  path: readonly string[],
  isKey: boolean,
  written: string,
  line: string,
): YamlPlace {
  const prefix = written.replace(/^["']/, '');
  return { path, isKey, prefix, start: line.length - prefix.length };
}

/** The keys around a line with this indentation. */
function parents(lines: readonly string[], indent: number): readonly string[] {
  const path: string[] = [];
  let limit = indent;
  for (const line of lines.toReversed()) {
    const [, lead = '', key] =
      /^([ \t]*)(?:-[ \t]+)*["']?([\w$-]+)["']?[ \t]*:(?:\s|$)/.exec(line) ?? [];
    if (key === undefined || lead.length >= limit) continue;
    path.unshift(key);
    limit = lead.length;
  }
  return path;
}
