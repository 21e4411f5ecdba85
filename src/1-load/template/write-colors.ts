import type { ColorScheme } from './office-color.ts';
import { contrast, readable, type SlideColors } from './slide-colors.ts';

/** Writes the colors of a slide as tokens. */
export function writeColors(colors: SlideColors): string {
  return writeTokens(colorTokens(colors));
}

type Tokens = readonly (readonly [token: string, value: string])[];

function writeTokens(tokens: Tokens): string {
  return tokens.map(([token, value]) => `  ${token}: ${value};`).join('\n');
}

export function colorTokens(colors: SlideColors): Tokens {
  const { background, text, heading, muted, line, surface, accent, link, series } = colors;
  const named = { background, text, heading, muted, line, surface, accent, link };
  return [
    ...Object.entries(named).map(([name, hex]) => [`--color-${name}`, `#${hex}`] as const),
    ['--code-background', `#${surface}`],
    ['--code-text', `#${text}`],
    ['--chart-text', `#${muted}`],
    ['--chart-grid', `#${line}`],
    ['--chart-muted', `#${colors.faint}`],
    ...series.map((hex, index) => [`--chart-${index + 1}`, `#${hex}`] as const),
  ];
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

/** The colors of callouts and code, on light and on dark slides. */
const fixedColors: Readonly<Record<string, readonly [onLight: string, onDark: string]>> = {
  '--color-note': ['1F4E9E', '86AEEA'],
  '--color-tip': ['256628', '85C99A'],
  '--color-important': ['6B3FA0', 'BFA4EE'],
  '--color-warning': ['855000', 'E6B566'],
  '--color-caution': ['A32F2F', 'EE968A'],
  '--code-dim': ['5D6670', '9AA1AE'],
  '--code-keyword': ['8A2F5C', 'D5A6C9'],
  '--code-string': ['256628', 'A5C99A'],
  '--code-number': ['8F4500', 'E8B66C'],
  '--code-comment': ['55606B', '9DA4B2'],
  '--code-title': ['1F4E9E', '93B9EC'],
  '--code-type': ['00615A', '84CBC3'],
  '--code-attribute': ['745000', 'D8C88F'],
};

/** Writes the colors of callouts and code, which no template has, so that they can be read on its slides. */
export function writeFixedColors(colors: SlideColors): string {
  return writeTokens(fixedTokens(colors));
}

export function fixedTokens({ surface, text }: SlideColors): Tokens {
  const isDark = contrast(surface, 'FFFFFF') > contrast(surface, '000000');
  return Object.entries(fixedColors).map(([token, [onLight, onDark]]) => {
    const scheme = new Map([['own', isDark ? onDark : onLight]]);
    return [token, `#${readable('own', scheme, surface) ?? text}`];
  });
}
