import { type Color, contrastOf, parseTranslucent } from '../../base/color/color.ts';
import {
  groundsOf,
  readBackgroundColor,
  resolveBackground,
  textContrast,
} from '../../base/color/css-color.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import { noMemo } from '../../base/memo/memo.ts';
import type { SlideTone } from '../../model/page.ts';
import type { RenderedDeck, SlideColors } from '../../model/rendered.ts';
import type { Memo } from '../../model/source.ts';
import { colorsOverImage, extremesOf } from './over-image.ts';
import {
  backgroundOf,
  readTokenRules,
  resolveOn,
  type SlideTokens,
  type TokenRules,
  tokensOf,
} from './slide-tokens.ts';

/**
 * Chooses readable colors for the slides where that depends on the theme, and warns of the author's text
 * colors that are not readable.
 *
 * @returns by the numbers of the slides
 */
export async function findTones(
  { stacks }: RenderedDeck,
  css: string,
  report: Report,
  memo: Memo = noMemo,
): Promise<ReadonlyMap<number, SlideTone>> {
  const slides = stacks.flat().filter(({ colors }) => colors !== undefined);
  if (slides.length === 0) return new Map();
  const rules = await memo.get(readTokenRules, [css], () => readTokenRules(css));
  return new Map(
    slides.flatMap(({ number, colors, numbers }) => {
      if (!colors) return [];
      if (colors.hasText) reportFaint(colors, rules, report);
      const hasSeries = numbers.charts.length > 0 || numbers.diagrams.length > 0;
      return [[number, toneOf(colors, rules, hasSeries)] as const];
    }),
  );
}

/** The tokens of a slide without its own background, which is not one of the theme. */
function tokensFor({ classes, color }: SlideColors, rules: TokenRules): SlideTokens {
  const style = color ? '--color:' : '';
  const tokens = tokensOf(rules, { classes: new Set(['slide', ...classes]), style });
  return color ? { ...tokens, own: new Map([...tokens.own, ['--color', color.value]]) } : tokens;
}

function toneOf(colors: SlideColors, rules: TokenRules, hasSeries: boolean): SlideTone {
  const { background, mayAdjust } = colors;
  const tokens = tokensFor(colors, rules);
  const below = backgroundOf(tokens);
  if (background?.kind === 'media') {
    const opacity = background.opacity ?? 1;
    const most =
      background.opacity !== undefined && mayAdjust && below
        ? readableOpacity(tokens, below, opacity)
        : opacity;
    const seen = background.opacity === undefined ? 1 - scrimOf(tokens) : most;
    const changes = colors.hasText && !background.isWritten;
    const style = changes ? colorsOverImage(tokens, seen, hasSeries) : '';
    return { tone: '', style, opacity: String(most) };
  }
  // The classes change tokens, on which the background must not depend then.
  const css = resolveBackground(background?.css ?? '', (text) => resolveOn(tokens, text));
  const found = readBackgroundColor(css, {
    resolve: parseTranslucent,
    ...(below && { below }),
    mayDim: mayAdjust,
  });
  if (!found) return { tone: '', style: `--background:${css}`, opacity: '' };
  const ground = found.color === undefined ? '' : `;--ground:${found.color}`;
  return {
    tone: `on-${found.tone}${found.isMiddle ? ' on-middle' : ''}`,
    style: `--background:${found.css ?? css}${ground}`,
    opacity: '',
  };
}

/** The highest opacity of an image, whatever its colors, with which the text on it is readable. */
function readableOpacity(tokens: SlideTokens, below: Color, wanted: number): number {
  const text = resolveOn(tokens, 'var(--color-text)');
  if (!text) return wanted;
  const isReadable = (alpha: number): boolean =>
    extremesOf(alpha, below).every((color) => contrastOf(color, text.color) >= textContrast);
  for (let opacity = wanted; opacity > 0; opacity = Math.round(opacity * 100 - 1) / 100) {
    if (isReadable(opacity)) return opacity;
  }
  return 0;
}

/** Warns of a text color or a tone of the author's that is not readable. */
function reportFaint(colors: SlideColors, rules: TokenRules, report: Report): void {
  const { color, classes, background, span } = colors;
  const tone = classes.find((name) => name === 'on-dark' || name === 'on-light');
  if (!color && (!tone || background?.kind !== 'color')) return;
  const tokens = tokensFor(colors, rules);
  const text = resolveOn(tokens, color ? color.value : 'var(--color-text)');
  const contrasts = contrastsOf(colors, tokens, text?.color);
  const contrast = background?.kind === 'media' ? Math.max(...contrasts) : Math.min(...contrasts);
  if (!text || contrasts.length === 0 || contrast >= textContrast) return;
  const shown = (Math.floor(contrast * 10) / 10).toFixed(1);
  const subject = color ? `the text color "${color.value}"` : `the text color of "${tone}"`;
  report.add(
    'color-contrast',
    color?.span ?? span,
    `${subject} has a contrast of ${shown}:1 on the background of this slide; readable text has 4.5:1`,
    color
      ? 'leave "color" out, and a readable color is chosen; or take another one'
      : `leave "${tone}" out, and a readable color is chosen`,
  );
}

/** The contrasts of a text color with what may be behind it; none if that is not known. */
function contrastsOf(
  { background }: SlideColors,
  tokens: SlideTokens,
  text: Color | undefined,
): readonly number[] {
  const below = backgroundOf(tokens);
  if (!text || !below) return [];
  const contrast = (ground: Color) => contrastOf(ground, text);
  if (background === undefined) return [contrast(below)];
  if (background.kind === 'color') {
    const resolve = (css: string) => resolveOn(tokens, css);
    return (groundsOf(background.css, resolve, below) ?? []).map(contrast);
  }
  return extremesOf(background.opacity ?? 1 - scrimOf(tokens), below).map(contrast);
}

/** The opacity of the scrim where it is lowest. */
function scrimOf({ root }: SlideTokens): number {
  return Number.parseFloat(root.get('--scrim-top') ?? '70') / 100;
}
