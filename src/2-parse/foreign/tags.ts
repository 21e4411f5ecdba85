import { ownValue } from '../../base/own-value.ts';

const step =
  'for a step, write {.fragment} at the end of the text, or ::: fragment above it and ::: below';

/** What to write instead of an element of another tool, by its name in lower case. */
const elements: Readonly<Record<string, string>> = {
  'v-click': step,
  'v-after': step,
  'v-clicks': 'for a list that appears item by item, write {.incremental} on the line below it',
  'v-switch': step,
  'v-drag': 'layouts place the content of a slide, such as "layout: two-columns"',
  'v-mark': 'for a highlighted text, write ==text==; for a step, [text]{.fragment .highlight-red}',
  tweet: 'write a link: [text](https://example.org)',
  youtube: 'write a link: [text](https://example.org)',
  bluesky: 'write a link: [text](https://example.org)',
  slidevvideo: 'write a video as an image: ![description](video.mp4)',
  toc: 'there is no table of contents: write a list of links to slides, such as [text](#/2)',
  lightordark: 'a deck has one theme: write what it shall show',
  renderwhen: 'write what the audience shall see',
  autofittext: 'for one large sentence, write "layout: statement"',
  transform: 'content that does not fit becomes smaller by itself',
  arrow: 'draw it as a diagram, or as SVG',
};

/** What to write instead of an attribute of another tool. */
const attributes: readonly (readonly [RegExp, string])[] = [
  [/^v-(?:clicks?|after)\b/, step],
  [/^v-click-hide\b/, 'for a step that hides a text, write {.fragment .fade-out} at its end'],
  [
    /^v-mark\b/,
    'for a highlighted text, write ==text==; for a step, [text]{.fragment .highlight-red}',
  ],
  [/^(?:v-|:|@)/, 'a page runs no code of Vue: remove it'],
];

/** @param name in lower case */
export function elementHint(name: string): string | undefined {
  return ownValue(elements, name);
}

export function attributeHint(name: string): string | undefined {
  return attributes.find(([pattern]) => pattern.test(name))?.[1];
}
