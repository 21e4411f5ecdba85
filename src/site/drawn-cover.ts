import { parseTokens } from '../5-bundle/styles/parse-tokens.ts';
import { resolveColor, type ThemeTokens } from '../5-bundle/styles/theme-tokens.ts';
import { widthOfText } from '../6-export/pptx/text/measure.ts';
import { writeColor } from '../base/color/color.ts';
import { html } from '../base/html.ts';

/** The colors of a cover: CSS colors. */
export interface CoverColors {
  readonly background: string;
  readonly text: string;
  readonly accent: string;
}

const plain: CoverColors = { background: '#1f262c', text: '#ffffff', accent: '#7ed3be' };

/** The colors of the theme's covers. @param css of a page */
export function coverColors(css: string): CoverColors {
  const tokens = parseTokens(css);
  const background = firstColor(['--cover-background', '--color-background'], tokens);
  const text = firstColor(['--cover-text', '--color-text'], tokens);
  if (background === undefined || text === undefined) return plain;
  const accent = firstColor(['--cover-accent', '--color-accent'], tokens) ?? text;
  return { background, text, accent };
}

function firstColor(names: readonly string[], tokens: ThemeTokens): string | undefined {
  for (const name of names) {
    const color = resolveColor(tokens.get(name) ?? '', tokens);
    if (color) return writeColor(color);
  }
  return undefined;
}

interface DrawnCover {
  readonly title: string;
  readonly author?: string | undefined;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly size: { readonly width: number; readonly height: number };
  readonly colors: CoverColors;
}

const width = 640;
const margin = 48;
const maxLines = 4;

/** The first slide as an SVG, for runs without a browser: the title in the colors of the theme. */
export function drawCover({ title, author, lang, dir, size, colors }: DrawnCover): string {
  const height = Math.round((width * size.height) / size.width);
  const fontSize = title.length > 60 ? 32 : 42;
  const lines = breakLines(title, (width - 2 * margin) / fontSize).slice(0, maxLines);
  const isLeft = dir === 'ltr';
  const x = isLeft ? margin : width - margin;
  const top = height / 2 - ((lines.length - 1) * fontSize * 1.2) / 2;
  const bar = isLeft ? x : x - 64;
  // A text that runs from right to left starts at its right edge.
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" lang="${lang}" direction="${dir}" font-family="system-ui, sans-serif"><rect width="${width}" height="${height}" fill="${colors.background}"/><rect x="${bar}" y="${round(top - fontSize * 1.7)}" width="64" height="6" fill="${colors.accent}"/><g fill="${colors.text}" font-size="${fontSize}" font-weight="700">${lines.map(
    (line, i) => html`<text x="${x}" y="${round(top + i * fontSize * 1.2)}">${line}</text>`,
  )}</g>${
    author !== undefined &&
    html`<text x="${x}" y="${height - margin}" fill="${colors.text}" font-size="22">${author}</text>`
  }</svg>`.toString();
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Breaks a text between words, and between characters of languages without spaces. @param maxWidth in em */
function breakLines(text: string, maxWidth: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/(?<=\s)|(?<=[\u2e80-\ua4cf\uac00-\ud7a3])/)) {
    const line = lines.at(-1) ?? '';
    // The widths are those of text that is not bold.
    const fits = widthOfText((line + word).trimEnd()) * 1.1 <= maxWidth;
    if (lines.length > 0 && fits) lines[lines.length - 1] = line + word;
    else lines.push(word);
  }
  return lines.map((line) => line.trimEnd());
}
