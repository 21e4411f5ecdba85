/** Functions of CSS that load a file, except `url(#id)`. */
const loading =
  /(?:^|[^-\w])(?:url|src|image|image-set|-webkit-image-set|cross-fade|-webkit-cross-fade)\s*\((?!\s*["']?#)|@import/i;

/** Whether declarations of CSS would load a file. */
export function loadsFile(css: string): boolean {
  return loading.test(readEscapes(css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '')));
}

/** Replaces the escapes of CSS: `u\72l(` is `url(`. */
export function readEscapes(css: string): string {
  return css.replace(
    /\\(?:([\da-f]{1,6})(?:\r\n|\s)?|(\r\n|[\s\S]))/gi,
    (_, hex?: string, other?: string) => {
      if (hex === undefined) return /^[\r\n\f]/.test(other ?? '') ? '' : (other ?? '');
      const code = Number.parseInt(hex, 16);
      return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
        ? '\uFFFD'
        : String.fromCodePoint(code);
    },
  );
}
