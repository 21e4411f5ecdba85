import { colorNames, isColor, isGradient } from '../../base/color/css-color.ts';
import { findPropertyUses } from '../../base/custom-properties.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import { didYouMean, suggest } from '../../base/diagnostics/suggest.ts';
import { duration } from '../../base/time/duration.ts';
import { mediaKind } from '../../base/files/media-types.ts';
import { directionOf, readLanguage } from '../../base/language-tag.ts';
import { isDeckKey, type SlideKey, slideKeys } from '../../base/yaml/keys.ts';
import {
  layoutsElsewhere,
  slideAdviceFor,
  slideKeyFor,
  transitionsElsewhere,
} from '../../base/yaml/other-tools.ts';
import {
  flag,
  locatedText,
  numberBetween,
  oneOf,
  parsed,
  type Reader,
  readKeys,
  styleRules,
  suggestFrom,
  texts,
} from '../../base/yaml/schema.ts';
import { type Locate, parseYaml } from '../../base/yaml/yaml.ts';
import { type Background, layoutNames, type SlideFrontMatter } from '../../model/deck.ts';
import { fits, transitions } from '../../model/front-matter.ts';
import type { AssetRef, Located } from '../../model/source.ts';

/** A value with its span. */
function located<T>(reader: Reader<T>): Reader<Located<T>> {
  return {
    ...reader,
    read: (entry) => {
      const value = reader.read(entry);
      return value === undefined ? undefined : { value, span: entry.span };
    },
  };
}

const color: Reader<string> = {
  ...parsed('a CSS color', (source) => (isColor(source) ? source : undefined)),
  names: [...colorNames],
};

/** An unclosed parenthesis means that a `#` cut off the value. */
const background = parsed('a CSS color, a gradient or a file', (source) =>
  /\([^)]*$/.test(source) ? undefined : source,
);

const backgroundSizes =
  /^(?:cover|contain|(?:(?:auto|\d+(?:\.\d+)?(?:%|px|em|rem))(?: (?!$)|$)){1,2})$/;

const backgroundSize = parsed('a CSS background-size such as cover, contain or 50%', (source) =>
  backgroundSizes.test(source) ? source : undefined,
);

const backgroundPositions =
  /^(?:(?:left|right|top|bottom|center|\d+(?:\.\d+)?(?:%|px|em|rem))(?: (?!$)|$)){1,2}$/;

const backgroundPosition = parsed('a place such as top or 50% 20%', (source) =>
  backgroundPositions.test(source) ? source : undefined,
);

/** Whether a slide shows its number, or another number in its place. */
const flagOrNumber: Reader<boolean | number> = {
  expected: 'true, false or a number',
  read: ({ value }) =>
    typeof value === 'boolean' || (typeof value === 'number' && Number.isInteger(value))
      ? value
      : undefined,
};

const id = parsed('letters, digits, "-" and "_"', (source) =>
  /^[\w-]+$/.test(source) ? source : undefined,
);

/** One transition for both directions, or one for each, in the syntax of reveal.js. */
const transition: Reader<string> = {
  ...parsed(`one of ${transitions.join(', ')}, or two such as slide-in fade-out`, (source) => {
    const names = transitions.filter((name) => name !== 'none').join('|');
    const pattern = `^(?:${transitions.join('|')}|(?:${names})-in(?: (?:${names})-out)?|(?:${names})-out(?: (?:${names})-in)?)$`;
    return new RegExp(pattern).test(source) ? source : undefined;
  }),
  names: transitions,
  hintFor: (source) => suggestFrom(transitionsElsewhere, source.split(/[\s|]/, 1)[0] ?? ''),
};

/** Whether a slide has the header or footer of the deck, or a text of its own. */
const edge: Reader<boolean | Located<string>> = {
  expected: 'true, false or a text',
  read: (entry) => flag.read(entry) ?? locatedText.read(entry),
};

const readers = {
  title: locatedText,
  layout: located(oneOf(layoutNames, layoutsElsewhere)),
  class: texts,
  id: located(id),
  lang: parsed('a language tag such as en or pt-BR', readLanguage),
  dir: oneOf(['ltr', 'rtl'] as const),
  background: located(background),
  backgroundSize: located(backgroundSize),
  backgroundPosition: located(backgroundPosition),
  backgroundOpacity: located(numberBetween(0, 1)),
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
  src: locatedText,
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
  const values = readKeys(entries, readers, report, deckHint);
  const { title, layout, notes, time, src: include } = values;
  const [header, footer] = [edgeOf(values.header), edgeOf(values.footer)];
  const background = readBackground(values, from, report);
  const properties = [values.color, values.background].flatMap((each) =>
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
  return `${suggest(key, Object.keys(readers))}\nif this is text, leave a blank line between the break and it`;
}

interface BackgroundValues {
  readonly background?: Located<string>;
  readonly backgroundSize?: Located<string>;
  readonly backgroundPosition?: Located<string>;
  readonly backgroundOpacity?: Located<number>;
}

function readBackground(
  values: BackgroundValues,
  from: string,
  report: Report,
): Background | undefined {
  const { value, span } = values.background ?? {};
  const isPlain = value === undefined || isColor(value) || isGradient(value);
  if (isPlain || !span) {
    reportWithoutPicture(values, report);
    return value === undefined ? undefined : { kind: 'color', css: value };
  }
  if (/^[a-z-]+\(/i.test(value)) {
    const message = 'this is neither a CSS color nor a gradient';
    const hint = 'write one color or gradient, or the path of a file alone';
    report.add('value-invalid', span, message, hint);
    return undefined;
  }
  // A word without an extension is a misspelled color, not a file.
  if (/^[a-z]+$/i.test(value)) {
    const near = didYouMean(value, colorNames);
    const hint = near === undefined ? undefined : `did you mean "${near}"?`;
    report.add('value-invalid', span, `"${value}" is neither a CSS color nor a file`, hint);
    return undefined;
  }
  const asset: AssetRef = { path: value, from, span };
  const { backgroundSize: size, backgroundPosition: position, backgroundOpacity: opacity } = values;
  const kind = mediaKind(value) === undefined ? 'image' : 'video';
  if (kind === 'video' && size && !/^(?:cover|contain)$/.test(size.value)) {
    report.add('value-invalid', size.span, 'the size of a video is "cover" or "contain"');
  }
  return {
    kind,
    asset,
    size: size?.value ?? 'cover',
    ...(position && { position: position.value }),
    ...(opacity && { opacity: opacity.value }),
  };
}

function reportWithoutPicture(values: BackgroundValues, report: Report): void {
  for (const key of ['backgroundSize', 'backgroundPosition', 'backgroundOpacity'] as const) {
    const message = `"${key}" is for an image or a video as "background"`;
    if (values[key]) report.add('value-invalid', values[key].span, message);
  }
}
