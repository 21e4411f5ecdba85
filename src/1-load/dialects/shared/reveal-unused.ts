import { ownValue } from '../../../base/own-value.ts';
import { readRevealTransition } from './reveal-names.ts';

/** Attributes of slides of reveal.js that are not used here, without `data-`, and why. */
const attributes: readonly (readonly [RegExp, string])[] = [
  [/^transition-speed$/, 'transitions have one speed'],
  [/^background-transition$/, 'backgrounds change as their slides do'],
  [/^background-interactive$/, 'pages behind slides are not live'],
  [/^autoslide$/, 'slides do not advance by themselves'],
  [/^auto-animate-/, 'what slides share moves in one way'],
  [/^prevent-swipe$/, 'swiping leads to the next slide everywhere'],
];

/** Settings of reveal.js that are not used here, and why. Those with the value `false` change nothing. */
const options: Readonly<Record<string, string>> = {
  autoSlide: 'slides do not advance by themselves',
  transitionSpeed: 'transitions have one speed',
  backgroundTransition: 'backgrounds change as their slides do',
  loop: 'the last slide is the end',
  shuffle: 'slides have one order',
  parallaxBackgroundImage:
    'an image behind slides belongs to one slide: "background" in its settings',
  chalkboard: 'a pen comes with every deck: press P',
  multiplex: '"lectern dev --host" shows a deck on other machines',
  previewLinks: 'links open in the browser',
  autoPlayMedia: '"autoplay" is set for each video',
};

/**
 * Why an attribute of a slide is not used; `undefined` if it is, or if it shows nothing.
 *
 * @param name without `data-`
 */
export function whyUnused(name: string, value: string): string | undefined {
  const [, why] = attributes.find(([pattern]) => pattern.test(name)) ?? [];
  if (why !== undefined) return `"${name}" of a slide is not used: ${why}`;
  const isInvalid = value !== '' && ownValue(validity, name)?.(value) === false;
  return isInvalid ? `"${value}" is no value of "${name}": it is not used` : undefined;
}

const isNumber = (value: string): boolean => Number.isFinite(Number(value));

/** Whether the values of attributes are some that reveal.js knows. */
const validity: Readonly<Record<string, (value: string) => boolean>> = {
  transition: (value) => readRevealTransition(value) !== undefined,
  visibility: (value) => /^(?:hidden|uncounted)$/.test(value),
  timing: isNumber,
  'background-opacity': isNumber,
  'background-video-loop': (value) => value !== 'false',
  'background-video-muted': (value) => value !== 'false',
};

/**
 * The settings that have no effect, each with a message.
 *
 * @param textFor the value of a setting as text
 * @param written its name in the deck
 */
export function unusedOptions(
  textFor: (name: string) => string | undefined,
  written: (name: string) => string = (name) => name,
): readonly (readonly [name: string, message: string])[] {
  return Object.entries(options).flatMap(([name, why]) => {
    const value = textFor(name);
    const isOff = value === undefined || /^(?:|false|no|0|null|default|none)$/i.test(value);
    return isOff ? [] : [[name, `"${written(name)}" is not used: ${why}`] as const];
  });
}

/** `autoSlide` as `auto-slide`. */
export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
