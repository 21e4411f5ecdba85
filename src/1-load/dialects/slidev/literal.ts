/**
 * The value of a literal of JavaScript: a text, a number, `true` or `false`.
 *
 * @returns `undefined` for anything else, which would have to be run
 */
export function literalOf(expression: string): string | undefined {
  const source = expression.trim();
  const quoted = /^(['"])((?:(?!\1)[^\\]|\\.)*)\1$|^`([^`$\\]*)`$/.exec(source);
  if (quoted) return (quoted[2] ?? quoted[3] ?? '').replace(/\\(.)/g, '$1');
  return /^[+-]?\d+(?:\.\d+)?$|^true$|^false$/.test(source) ? source : undefined;
}

/** The texts and numbers of `{ key: value }`, as far as they are literals. */
export function objectOf(expression: string): ReadonlyMap<string, string> {
  const pairs = expression.matchAll(
    /(?:['"]([\w-]+)['"]|([\w-]+))\s*:\s*('[^']*'|"[^"]*"|`[^`]*`|[^,{}[\]]+)/g,
  );
  return new Map(
    [...pairs].flatMap(([, quoted, plain, value = '']) => {
      const literal = literalOf(value);
      return literal === undefined ? [] : [[quoted ?? plain ?? '', literal] as const];
    }),
  );
}
