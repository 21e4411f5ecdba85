import type { TokenRules } from '../../../5-bundle/colors/slide-tokens.ts';
import type { LayoutName } from '../../../model/deck.ts';
import type { DesignLayout } from '../design/design.ts';

/** The type sizes and the line heights of a template's layouts, as tokens of the slides that use them. */
export function layoutTokens(
  layouts: Iterable<readonly [LayoutName, Pick<DesignLayout, 'plan'>]>,
): TokenRules {
  return Array.from(layouts, ([name, { plan }]) => {
    const main = plan.placeholders.find(({ slot }) => slot !== 'title' && slot !== 'image');
    const title = plan.placeholders.find(({ slot }) => slot === 'title');
    const tokens: (readonly [string, string])[] = [];
    if (main) {
      tokens.push(['--size-text', `${main.text.size}px`]);
      tokens.push(['--size-subtitle', `${main.text.size}px`]);
      tokens.push(['--leading-text', String(main.text.leading)]);
    }
    if (title) tokens.push(['--size-title', `${title.text.size}px`]);
    return { selector: `.layout-${name}`, layer: Number.POSITIVE_INFINITY, tokens };
  });
}
