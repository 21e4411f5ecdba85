import type { RenderedDeck } from '../../model/rendered.ts';

/** Which of reveal.js' effects a deck shows. */
export interface Effects {
  readonly transitions: ReadonlySet<string>;
  /** Whether slides go over into one another. */
  readonly autoAnimates: boolean;
  /** Class names of fragments, such as `fade-up`. */
  readonly fragments: ReadonlySet<string>;
}

const transitionNames = 'none|fade|slide|convex|concave|zoom|linear|default|cube|page';
const fragmentNames =
  'grow|shrink|zoom-in|fade-out|semi-fade-out|strike|fade-up|fade-down|fade-right|fade-left' +
  '|fade-in-then-out|current-visible|fade-in-then-semi-out' +
  '|highlight-(?:current-)?(?:red|green|blue)';

/** Parts of reveal.js that a deck does without: views, overlays, and helpers for layouts of its own. */
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
 * reveal.js' style sheet without what the deck cannot show, and for the screen alone: on paper and
 * without JavaScript the page's own rules hold.
 *
 * @param css minified, as reveal.js comes; no brace stands in a text
 */
export function trimRevealCss(css: string, effects: Effects): string {
  const kept = trimBlocks(css, effects);
  const animations = [...kept.matchAll(/animation:([^;}]+)/g)].map(([, value]) => value).join(' ');
  const isIdle = (name: string): boolean => !animations.includes(name);
  const used = kept.replace(keyframes, (block, name: string) => (isIdle(name) ? '' : block));
  return `@media screen{${used}}`;
}

const block = /([^{}]+)\{((?:[^{}]|\{[^{}]*\})*)\}/g;
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

/** `slide` for both ways, or `slide-in` and `slide-out` for one each. */
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
