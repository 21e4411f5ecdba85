import type { RenderedDeck } from '../../model/rendered.ts';

/** The effects of reveal.js that a deck uses. */
export interface Effects {
  readonly transitions: ReadonlySet<string>;
  /** Whether any slide uses auto-animate. */
  readonly autoAnimates: boolean;
  /** Class names of fragments, such as `fade-up`. */
  readonly fragments: ReadonlySet<string>;
}

const transitionNames = 'none|fade|slide|convex|concave|zoom|linear|default|cube|page';
const fragmentNames =
  'grow|shrink|zoom-in|fade-out|semi-fade-out|strike|fade-up|fade-down|fade-right|fade-left' +
  '|fade-in-then-out|current-visible|fade-in-then-semi-out' +
  '|highlight-(?:current-)?(?:red|green|blue)';

/** Parts of reveal.js that Lectern does not use: views, overlays and layout helpers. */
const unused = new RegExp(
  [
    String.raw`\.r-(?!overlay-button|media-play-button|stack|hstack|vstack)`,
    String.raw`\.(?:stretch|items-|justify-|embedded|center|rtl (?!\.progress))`,
    String.raw`\.(?:controls|navigate-|slide-number|speaker-notes|show-notes|jump-to-slide|playback)`,
    String.raw`\.(?:backgrounds|slide-background|has-parallax-background|has-\w+-background)`,
    String.raw`\.(?:hljs|roll|zoomed|notes|overview)`,
    String.raw`\.(?:reveal-scroll|loading-scroll-mode|reveal-print|print-pdf)`,
    String.raw`\[data-(?:preview-|background-|navigation-|transition-speed)`,
  ].join('|'),
);

/**
 * Removes the rules of effects that the deck does not use from reveal.js' style sheet, and limits it to
 * screens: for print and without JavaScript, Lectern has its own rules.
 *
 * @param css minified, as in the package of reveal.js; without braces in strings
 */
export function trimRevealCss(css: string, effects: Effects): string {
  const kept = trimBlocks(css, effects).replace(colored, (rule) => rule.replace(colors, ''));
  const animations = [...kept.matchAll(/animation:([^;}]+)/g)].map(([, value]) => value).join(' ');
  const isIdle = (name: string): boolean => !animations.includes(name);
  const used = kept.replace(keyframes, (block, name: string) => (isIdle(name) ? '' : block));
  return `@media screen{${used}}`;
}

const block = /([^{}]+)\{((?:[^{}]|\{[^{}]*\})*)\}/g;
/** The base has other colors for the page and the progress bar. */
const colored = /\.(?:reveal-viewport|reveal \.progress)\{[^}]*\}/g;
const colors = /(?<=[{;])(?:background-)?color:[^;}]*;?/g;
const keyframes = /@keyframes ([\w-]+)\{(?:[^{}]|\{[^{}]*\})*\}/g;

function trimBlocks(css: string, effects: Effects): string {
  return css.replace(block, (whole, prelude: string, body: string) => {
    if (prelude.startsWith('@keyframes')) return whole;
    if (prelude.startsWith('@')) {
      const inner = trimBlocks(body, effects);
      return inner && `${prelude}{${inner}}`;
    }
    const selectors = prelude.split(/,(?![^(]*\))/).filter((selector) => isUsed(selector, effects));
    return selectors.length > 0 ? `${selectors.join(',')}{${body}}` : '';
  });
}

/** `slide` for both directions, or `slide-in` and `slide-out` for one each. */
const transition = new RegExp(
  `(?:\\.reveal\\.|\\[data-transition~?=)((?:${transitionNames})(?:-in|-out)?)\\b`,
);
const fragment = new RegExp(`\\.fragment\\.(${fragmentNames})\\b(?!-)`);

function isUsed(selector: string, { transitions, autoAnimates, fragments }: Effects): boolean {
  if (unused.test(selector)) return false;
  if (!autoAnimates && selector.includes('[data-auto-animate')) return false;
  const [, transitionName] = transition.exec(selector) ?? [];
  const [, fragmentName] = fragment.exec(selector) ?? [];
  return (
    (transitionName === undefined || transitions.has(transitionName)) &&
    (fragmentName === undefined || fragments.has(fragmentName))
  );
}

const isEffect = new RegExp(`^(?:${fragmentNames})$`);

/** The effects of a deck's slides. */
export function effectsIn({ frontMatter, stacks, features }: RenderedDeck): Effects {
  const slides = stacks.flat().map(({ content }) => content.effects);
  const classes = new Set(slides.flatMap(({ fragmentClasses }) => fragmentClasses));
  return {
    transitions: new Set([
      frontMatter.transition,
      ...slides.flatMap(({ transitions }) => transitions),
    ]),
    autoAnimates: features.has('auto-animate'),
    fragments: new Set([...classes].filter((name) => isEffect.test(name))),
  };
}
