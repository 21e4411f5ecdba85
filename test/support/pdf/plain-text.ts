import { askPdfTool } from './pdf-tools.ts';

/** The texts of a page in the order of its content, without regard to where they are. Each one is shown by `BT … ET`. */
export function readPlainTexts(pdf: string, page: number): readonly string[] {
  const content = askPdfTool('mutool', 'show', '-b', pdf, `pages/${page}/Contents`);
  const fonts = readFonts(pdf, page);
  return Array.from(content.matchAll(/^BT\n([\s\S]*?)^ET$/gm), ([, object = '']) => {
    let texts = new Map<string, string>();
    let text = '';
    for (const [, font, codes, actual] of object.matchAll(operators)) {
      if (font !== undefined) texts = fonts.get(font) ?? texts;
      else if (actual !== undefined) text += readUtf16(actual);
      else for (const code of codes?.match(/.{4}/g) ?? []) text += texts.get(code) ?? '';
    }
    return text;
  });
}

const operators =
  /\/(\S+) [\d.]+ Tf|<([\dA-F]*)> Tj|ActualText <FEFF([\dA-F]*)>[^B]*BDC[\s\S]*?EMC/g;

/** The texts of the glyphs of a page's fonts, by their names. */
function readFonts(pdf: string, page: number): ReadonlyMap<string, Map<string, string>> {
  const names = askPdfTool('mutool', 'show', pdf, `pages/${page}/Resources/Font`);
  return new Map(
    Array.from(names.matchAll(/\/(F\d+) (\d+) 0 R/g), ([, name = '', number = '']) => {
      const map = askPdfTool('mutool', 'show', '-b', pdf, `${number}/ToUnicode`);
      return [name, readMap(map)];
    }),
  );
}

function readMap(map: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [, from = '', to = '', text = ''] of map.matchAll(
    /^<(.{4})> (?:<(.{4})> )?<(.*)>$/gm,
  )) {
    const first = Number.parseInt(from, 16);
    const last = Number.parseInt(to || from, 16);
    for (let code = first; code <= last; code++) {
      const key = code.toString(16).toUpperCase().padStart(4, '0');
      const [head, end] = [text.slice(0, -4), Number.parseInt(text.slice(-4), 16)];
      texts.set(key, readUtf16(head) + String.fromCharCode(end + code - first));
    }
  }
  return texts;
}

function readUtf16(digits: string): string {
  const units = digits.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}
