import { colorNames, isColor } from '../../base/color/css-color.ts';
import { findPropertyUses } from '../../base/css/custom-properties.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import { didYouMean, suggest } from '../../base/diagnostics/suggest.ts';
import { directionOf } from '../../base/language-tag.ts';
import { duration } from '../../base/time/duration.ts';
import { isDeckKey, type SlideKey, slideKeys } from '../../base/yaml/keys.ts';
import { language } from '../../base/yaml/language.ts';
import {
  layoutsElsewhere,
  slideAdviceFor,
  slideKeyFor,
  transitionsElsewhere,
} from '../../base/yaml/other-tools.ts';
import {
  flag,
  located,
  locatedText,
  oneOf,
  parsed,
  type Reader,
  readKeys,
  styleRules,
  suggestFrom,
  texts,
} from '../../base/yaml/schema.ts';
import { anyScalar, oneOrMore } from '../../base/yaml/value-schema.ts';
import { type Locate, parseYaml } from '../../base/yaml/yaml.ts';
import { layoutNames, type SlideFrontMatter } from '../../model/deck.ts';
import { fits, transitions } from '../../model/front-matter.ts';
import type { Located } from '../../model/source.ts';
import { backgroundReaders, readBackground } from './background.ts';

const color: Reader<string> = {
  ...parsed('a CSS color', (source) => (isColor(source) ? source : undefined), {
    type: 'string',
    suggests: 'color',
  }),
  names: [...colorNames],
};

/** Whether a slide shows its number, or another number in its place. */
const flagOrNumber: Reader<boolean | number> = {
  expected: 'true, false or a number',
  read: ({ value }) =>
    typeof value === 'boolean' || (typeof value === 'number' && Number.isInteger(value))
      ? value
      : undefined,
  schema: { type: ['boolean', 'integer'] },
};

const ids = /^[\w-]+$/;

const id = parsed(
  'letters, digits, "-" and "_"',
  (source) => (ids.test(source) ? source : undefined),
  { ...anyScalar, pattern: ids.source },
);

const moving = `(?:${transitions.filter((name) => name !== 'none').join('|')})`;
const transitionNames = new RegExp(
  `^(?:${transitions.join('|')}|${moving}-in(?: ${moving}-out)?|${moving}-out(?: ${moving}-in)?)$`,
);

/** One transition for both directions, or one for each, in the syntax of reveal.js. */
const transition: Reader<string> = {
  ...parsed(
    `one of ${transitions.join(', ')}, or two such as slide-in fade-out`,
    (source) => (transitionNames.test(source) ? source : undefined),
    { anyOf: [{ enum: transitions }, { type: 'string', pattern: transitionNames.source }] },
  ),
  names: transitions,
  hintFor: (source) => suggestFrom(transitionsElsewhere, source.split(/[\s|]/, 1)[0] ?? ''),
};

/** Whether a slide has the header or footer of the deck, or a text of its own. */
const edge: Reader<boolean | Located<string>> = {
  expected: 'true, false or a text',
  read: (entry) => flag.read(entry) ?? locatedText.read(entry),
  schema: anyScalar,
};

/** The settings of a slide, each with its reader. */
export const slideReaders = {
  title: locatedText,
  layout: located(oneOf(layoutNames, layoutsElsewhere)),
  class: { ...texts, schema: oneOrMore({ ...anyScalar, suggests: 'class' }) },
  id: located(id),
  lang: language,
  dir: oneOf(['ltr', 'rtl'] as const),
  ...backgroundReaders,
  color: located(color),
  css: styleRules,
  transition,
  autoAnimate: flag,
  header: edge,
  footer: edge,
  numbers: flagOrNumber,
  fit: oneOf(fits),
  hide: flag,
  time: duration,
  notes: locatedText,
  src: { ...locatedText, schema: { ...anyScalar, suggests: 'file' } },
} as const satisfies Readonly<Record<SlideKey, Reader<unknown>>>;

export const emptyFrontMatter: SlideFrontMatter = {
  settings: { classes: [], autoAnimate: false },
  hide: false,
};

/**
 * @param yaml the text of the front matter; `place` maps offsets in it to spans in the file
 * @param from the real path of the file
 */
export function readSlideFrontMatter(
  yaml: string,
  locate: Locate,
  from: string,
  report: Report,
): SlideFrontMatter {
  const entries = parseYaml(yaml, locate, report) ?? [];
  const values = readKeys(entries, slideReaders, report, deckHint);
  const { title, layout, notes, time, src: include } = values;
  const [header, footer] = [edgeOf(values.header), edgeOf(values.footer)];
  const background = readBackground(values, from, report);
  const properties = [values.color, ...(values.background ?? [])].flatMap((each) =>
    each ? findPropertyUses(each.value, () => each.span) : [],
  );
  const dir = values.dir ?? (values.lang && directionOf(values.lang));
  return {
    settings: {
      classes: (values.class ?? []).flatMap((names) => names.split(/\s+/).filter(Boolean)),
      autoAnimate: values.autoAnimate ?? false,
      ...(values.id && { id: values.id.value }),
      ...(values.lang !== undefined && { lang: values.lang }),
      ...(dir && { dir }),
      ...(background && { background }),
      ...(values.color && { color: values.color }),
      ...(values.transition !== undefined && { transition: values.transition }),
      ...(values.css && { css: values.css }),
      ...(header.isShown !== undefined && { header: header.isShown }),
      ...(footer.isShown !== undefined && { footer: footer.isShown }),
      ...(values.numbers !== undefined && { numbers: values.numbers }),
      ...(values.fit !== undefined && { fit: values.fit }),
    },
    hide: values.hide ?? false,
    ...(values.id && { id: values.id }),
    ...(title && { title }),
    ...(header.text && { header: header.text }),
    ...(footer.text && { footer: footer.text }),
    ...(layout && { layout }),
    ...(notes && { notes }),
    ...(time && { time }),
    ...(include && { include }),
    ...(properties.length > 0 && { properties }),
  };
}

/** A text is shown; an empty one is not. */
function edgeOf(value: boolean | Located<string> | undefined): {
  readonly isShown?: boolean;
  readonly text?: Located<string>;
} {
  if (value === undefined) return {};
  if (typeof value === 'boolean') return { isShown: value };
  return value.value.trim() === '' ? { isShown: false } : { isShown: true, text: value };
}

function deckHint(key: string): string | undefined {
  const advice = slideAdviceFor(key);
  if (advice !== undefined) return advice;
  if (isDeckKey(key)) return 'this belongs into the front matter at the top of the deck';
  const other = slideKeyFor(key);
  if (other !== undefined) return `did you mean "${other}"?`;
  if (didYouMean(key, slideKeys) !== undefined) return undefined;
  return `${suggest(key, Object.keys(slideReaders))}\nif this is text, leave a blank line between the break and it`;
}
