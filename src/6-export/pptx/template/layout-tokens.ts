import { colorTokens, fixedTokens } from '../../../1-load/template/write-colors.ts';
import type { TokenRules } from '../../../5-bundle/colors/slide-tokens.ts';
import type { LayoutName } from '../../../model/deck.ts';
import type { DesignLayout } from '../design/design.ts';

/** The colors, type sizes and line heights of a template's layouts, as tokens of the slides that use them. */
export function layoutTokens(
  layouts: Iterable<readonly [LayoutName, Pick<DesignLayout, 'plan' | 'colors'>]>,
): TokenRules {
  return Array.from(layouts).flatMap(([name, { plan, colors }]) => {
    const main = plan.placeholders.find(({ slot }) => slot !== 'title' && slot !== 'image');
    const title = plan.placeholders.find(({ slot }) => slot === 'title');
    const tokens: (readonly [string, string])[] = [['--color-title', 'var(--color-heading)']];
    if (main) {
      tokens.push(['--size-text', `${main.text.size}px`]);
      tokens.push(['--size-subtitle', `${main.text.size}px`]);
      tokens.push(['--leading-text', String(main.text.leading)]);
    }
    if (title) tokens.push(['--size-title', `${title.text.size}px`]);
    const layer = Number.POSITIVE_INFINITY;
    const own = colors && {
      selector: `.layout-${name}:not(.on-dark, .on-light)`,
      layer,
      tokens: [
        ...colorTokens(colors),
        ...fixedTokens(colors),
        ['--color-title', `#${colors.title}`] as const,
      ],
    };
    return [{ selector: `.layout-${name}`, layer, tokens }, ...(own ? [own] : [])];
  });
}
