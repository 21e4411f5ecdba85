const tokens =
  /[{};]|"[^"\\]*(?:\\[\s\S][^"\\]*)*"|'[^'\\]*(?:\\[\s\S][^'\\]*)*'|\/\*[\s\S]*?\*\/|url\(\s*("?)(data:[^)"]*)\1\s*\)/gi;

// With "+" in place of the last "*", V8 may keep a state for each character, which millions of them exhaust.
const image = /^data:image\/[\w.+-]+;base64,(?=[\w+/=])[\w+/=]*$/;

/** At-rules in which `var()` has no meaning. */
const withoutVariables = /^@(?:font-face|page|property|counter-style|import|namespace)\b/i;

/**
 * Replaces the embedded images in the values of a style sheet.
 *
 * @param replace returns the value in place of `url(…)`; `undefined` keeps it
 */
export function replaceImageUrls(
  css: string,
  replace: (url: string) => string | undefined,
): string {
  if (!css.includes('data:image/')) return css;
  const blocks: string[] = [];
  let statement = 0;
  return css.replace(
    tokens,
    (whole, _quote: string | undefined, url: string | undefined, at: number) => {
      if (whole === '{') blocks.push(css.slice(statement, at).trim());
      if (whole === '}') blocks.pop();
      if (/^[{};]$/.test(whole)) statement = at + 1;
      if (url === undefined || !image.test(url)) return whole;
      if (blocks.some((prelude) => withoutVariables.test(prelude))) return whole;
      return replace(url) ?? whole;
    },
  );
}
