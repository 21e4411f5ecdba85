/** The width of the quiet zone around a code, in modules: ISO/IEC 18004, 6.3.8. */
export const quietZone = 4;

/** The paths of a QR code in SVG, dark on light in every theme. @param modules rows, true for dark */
export function qrPaths(modules: readonly (readonly boolean[])[]): string {
  const size = modules.length + 2 * quietZone;
  return `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path stroke="#000" d="${darkPath(modules)}"/>`;
}

/** Draws a line for each run of dark modules in a row. */
function darkPath(modules: readonly (readonly boolean[])[]): string {
  return modules
    .map((row, y) => {
      let path = `M${quietZone} ${y + quietZone}.5`;
      for (let x = 0; x < row.length; ) {
        const isDark = row[x];
        const start = x;
        while (x < row.length && row[x] === isDark) x++;
        if (isDark) path += `h${x - start}`;
        else if (x < row.length) path += `m${x - start} 0`;
      }
      return path;
    })
    .join('');
}
