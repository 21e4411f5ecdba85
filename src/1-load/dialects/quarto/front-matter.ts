import { nearestSlideSide } from '../../../base/slide-side.ts';
import { spanAt } from '../../../base/span.ts';
import type { TextFile } from '../../../model/source.ts';
import type { Settings } from '../pandoc/settings/metadata.ts';
import { revealThemes } from '../shared/reveal-names.ts';
import type { TranslationContext } from '../translation.ts';
import type { YamlValue } from '../yaml-text.ts';
import { readScss } from './scss.ts';

/** Names of Quarto's own themes; others are those of reveal.js. */
const themes: ReadonlyMap<string, string> = new Map([
  ...['default', 'white'].map((name) => [name, 'quarto/default'] as const),
  ...['dark', 'black'].map((name) => [name, 'quarto/dark'] as const),
  ['simple', 'quarto/simple'],
]);

const base = 'quarto/default';
const lightThemes = new Set([base, 'quarto/simple']);

function themeOf(name: string): string | undefined {
  return themes.get(name) ?? (revealThemes.has(name) ? `reveal/${name}` : undefined);
}

/** Quarto's slides of 1050 × 700 pixels, with the margin around them that is a tenth of the screen. */
function sizeOf(settings: Settings): string {
  const numberOf = (key: string, usual: number): number => {
    const value = Number(settings.text(key) ?? usual);
    return Number.isFinite(value) && value > 0 ? value : usual;
  };
  const margin = Number(settings.text('margin') ?? 0.1);
  const share = margin >= 0 && margin < 0.5 ? 1 - margin : 0.9;
  const sides = [numberOf('width', 1050), numberOf('height', 700)];
  return sides.map((side) => nearestSlideSide(side / share)).join('x');
}

/** `smaller: true`, and `fontsize` in pixels: text of another size on all slides. */
function sizeRule(settings: Settings, usual = 40): string {
  const pixels = Number(/^([\d.]+)px$/.exec(settings.text('fontsize') ?? '')?.[1] ?? usual);
  const size = pixels * (settings.text('smaller') === 'true' ? 0.7 : 1);
  if (size === 40 || !(size >= 8 && size <= 120)) return '';
  const rem = Math.round((2.3125 * size * 1000) / 40) / 1000;
  return `:root { --size-text: ${rem}rem; --size-table: ${rem}rem }`;
}

/** Names a format such as `clean-revealjs`. */
function reportExtension(settings: Settings, { report }: TranslationContext): void {
  const { source, items = [], span } = settings.entry('format') ?? {};
  const names = [{ key: source ?? '', keySpan: span }, ...items];
  const extension = names.find(({ key }) => /.[-+]revealjs$/.test(key));
  if (!extension) return;
  const message = `"${extension.key}" is read as "revealjs": what an extension adds is not used`;
  report.add('dialect-settings', extension.keySpan, message);
}

/** The front matter that only Quarto has. @param css rules in cells */
export function frontMatterOf(
  settings: Settings,
  css: string,
  context: TranslationContext,
  author: TextFile,
): Readonly<Record<string, YamlValue | undefined>> {
  const names = settings.texts('theme');
  const theme = names.map(themeOf).find((name) => name !== undefined);
  const pathOf = (name: string): string => context.project.locate(name, author.realPath) ?? name;
  const written = [...settings.texts('css'), ...names].filter((name) => name.endsWith('.css'));
  const styles = written.map(pathOf);
  const logo = settings.text('logo');
  const footer = settings.text('footer');
  const themeSpan = settings.entry('theme')?.span ?? spanAt(author, 0, 1);
  const sheets = names.filter((name) => name.endsWith('.scss'));
  const scss = readScss(sheets, context, author.realPath, themeSpan);
  for (const { message, hint } of scss.unused) {
    context.report.add('dialect-settings', themeSpan, message, hint);
  }
  reportExtension(settings, context);
  const rules = [css, scss.css, sizeRule(settings, scss.fontSize)].filter(Boolean).join('\n');
  return {
    theme: scss.isDark && lightThemes.has(theme ?? base) ? 'quarto/dark' : (theme ?? base),
    size: sizeOf(settings),
    backgrounds: 'written',
    ...(styles.length > 0 && { styles }),
    ...(logo !== undefined && { logo: pathOf(logo) }),
    ...(rules !== '' && { css: rules }),
    ...(footer !== undefined && { footer: footer.replace(/\s+/g, ' ') }),
  };
}
