import type { ColorScheme } from './office-color.ts';
import { readable, type SlideColors } from './slide-colors.ts';

/** Writes the colors of a slide as tokens. */
export function writeColors(colors: SlideColors): string {
  const { background, text, heading, muted, line, surface, accent, link, series } = colors;
  const named = { background, text, heading, muted, line, surface, accent, link };
  return [
    ...Object.entries(named).map(([name, hex]) => `  --color-${name}: #${hex};`),
    ...series.map((hex, index) => `  --chart-${index + 1}: #${hex};`),
  ].join('\n');
}

/** The extremes of the authors' backgrounds on which text is neither black nor white. */
const [lightestDark, darkestLight] = ['505050', 'D6D6D6'] as const;

/** Writes the colors of slides with a background of their own. */
export function writeOtherColors(scheme: ColorScheme): string {
  const [dark, light] = [scheme.get('dk1') ?? '000000', scheme.get('lt1') ?? 'FFFFFF'];
  return [
    `  --dark-background: #${dark};`,
    `  --dark-text: #${light};`,
    `  --dark-accent: #${readable('accent1', scheme, lightestDark) ?? light};`,
    `  --light-background: #${light};`,
    `  --light-text: #${dark};`,
    `  --light-accent: #${readable('accent1', scheme, darkestLight) ?? dark};`,
  ].join('\n');
}
