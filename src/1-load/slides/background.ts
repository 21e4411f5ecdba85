import { colorNames, isColor, isGradient } from '../../base/color/css-color.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import { didYouMean } from '../../base/diagnostics/suggest.ts';
import { mediaKind } from '../../base/files/media-types.ts';
import { located, numberBetween, oneOf, parsed, type Reader } from '../../base/yaml/schema.ts';
import { anyScalar, oneOrMore, textLike, type ValueSchema } from '../../base/yaml/value-schema.ts';
import {
  type Background,
  type BackgroundImage,
  type BackgroundRepeat,
  type BackgroundSide,
  backgroundRepeats,
} from '../../model/deck.ts';
import type { AssetRef, Located } from '../../model/source.ts';

type Texts = readonly Located<string>[];

/** One value, or one for each image. */
function each(
  expected: string,
  isValid: (source: string) => boolean,
  item: ValueSchema = anyScalar,
): Reader<Texts> {
  return {
    expected,
    schema: oneOrMore(item),
    hasTexts: true,
    isItem: isValid,
    read: (entry) => {
      const isOne = entry.source !== undefined;
      if (!isOne && !Array.isArray(entry.value)) return undefined;
      const items = isOne ? [entry] : entry.items;
      const found = items.flatMap(({ source, span }) =>
        source !== undefined && isValid(source) ? [{ value: source, span }] : [],
      );
      return found.length === items.length && found.length > 0 ? found : undefined;
    },
  };
}

const sizes = /^(?:cover|contain|(?:(?:auto|\d+(?:\.\d+)?(?:%|px|em|rem))(?: (?!$)|$)){1,2})$/;

const positions =
  /^(?:(?:left|right|top|bottom|center|\d+(?:\.\d+)?(?:%|px|em|rem))(?: (?!$)|$)){1,2}$/;

const position = parsed(
  'a place such as top or 50% 20%',
  (source) => (positions.test(source) ? source : undefined),
  textLike(positions.source),
);

const filters =
  /^(?:(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)\((?:[^()"';{}]|(?:rgba?|hsla?|oklch)\([^()"';{}]*\))*\)(?: (?!$)|$))+$/;

const sides = /^(left|right|top|bottom)(?: +(\d+(?:\.\d+)?)%)?$/;

/** `left`, or `left 40%`. */
const side = parsed(
  'an edge with a share of the slide, such as left or right 40%',
  (source) => {
    const [, edge, percent = '50'] = sides.exec(source) ?? [];
    const share = Number(percent) / 100;
    if (edge === undefined || share < 0.05 || share > 0.95) return undefined;
    return { edge: edge as BackgroundSide['edge'], share };
  },
  { type: 'string', pattern: sides.source },
);

export const backgroundReaders = {
  // An unclosed parenthesis means that a `#` cut off the value.
  background: each(
    'a CSS color, a gradient or a file, or a list of images',
    (source) => !/\([^)]*$/.test(source),
    { ...anyScalar, suggests: 'file' },
  ),
  backgroundSize: each(
    'a CSS background-size such as cover, contain or 50%',
    (source) => sizes.test(source),
    textLike(sizes.source),
  ),
  backgroundPosition: located(position),
  backgroundOpacity: located(numberBetween(0, 1)),
  backgroundFilter: each(
    'filters of CSS such as blur(4px) or grayscale(1) brightness(0.8)',
    (source) => filters.test(source),
    { type: 'string', pattern: filters.source },
  ),
  backgroundSide: located(side),
  backgroundDirection: located(oneOf(['horizontal', 'vertical'] as const)),
  backgroundRepeat: located(oneOf(backgroundRepeats)),
} as const;

interface BackgroundValues {
  readonly background?: Texts;
  readonly backgroundSize?: Texts;
  readonly backgroundPosition?: Located<string>;
  readonly backgroundOpacity?: Located<number>;
  readonly backgroundFilter?: Texts;
  readonly backgroundSide?: Located<BackgroundSide>;
  readonly backgroundDirection?: Located<'horizontal' | 'vertical'>;
  readonly backgroundRepeat?: Located<BackgroundRepeat>;
}

/** @param from the real path of the file that names it */
export function readBackground(
  values: BackgroundValues,
  from: string,
  report: Report,
): Background | undefined {
  const { background = [] } = values;
  const [first, ...rest] = background;
  if (!first || (rest.length === 0 && isPaint(first))) {
    reportWithoutPicture(values, report);
    return first && { kind: 'color', css: first.value };
  }
  if (!background.every((one) => isFile(one, rest.length > 0, report))) return undefined;
  const isVideo = mediaKind(first.value) !== undefined;
  const sized = values.backgroundSize ?? [];
  for (const size of isVideo ? sized : []) {
    if (/^(?:cover|contain)$/.test(size.value)) continue;
    report.add('value-invalid', size.span, 'the size of a video is "cover" or "contain"');
  }
  const layers = background.map(({ value, span }, i): BackgroundImage => {
    const asset: AssetRef = { path: value, from, span };
    const [size, filter] = [sized, values.backgroundFilter ?? []].map((all) => all[i] ?? all[0]);
    return { asset, size: size?.value ?? 'cover', ...(filter && { filter: filter.value }) };
  });
  const [layer, ...others] = layers;
  const { backgroundPosition: position, backgroundOpacity: opacity, backgroundSide } = values;
  const { backgroundRepeat: repeat } = values;
  return (
    layer && {
      kind: isVideo ? 'video' : 'image',
      ...layer,
      ...(others.length > 0 && { others }),
      ...(values.backgroundDirection?.value === 'vertical' && { isVertical: true }),
      ...(position && { position: position.value }),
      ...(repeat && { repeat: repeat.value }),
      ...(opacity && { opacity: opacity.value }),
      ...(backgroundSide && { side: backgroundSide.value }),
    }
  );
}

function isPaint({ value }: Located<string>): boolean {
  return isColor(value) || isGradient(value);
}

/** Reports values that are not the path of a file. @param isInList images only */
function isFile({ value, span }: Located<string>, isInList: boolean, report: Report): boolean {
  const reject = (message: string, hint?: string): false => {
    report.add('value-invalid', span, message, hint);
    return false;
  };
  if (isInList && (isPaint({ value, span }) || mediaKind(value) !== undefined)) {
    return reject(
      'a list of backgrounds has only images',
      'write a color, a gradient or a video alone',
    );
  }
  if (/^[a-z-]+\(/i.test(value)) {
    const hint = 'write one color or gradient, or the path of a file alone';
    return reject('this is neither a CSS color nor a gradient', hint);
  }
  // A word without an extension is a misspelled color, not a file.
  if (!/^[a-z]+$/i.test(value)) return true;
  const near = didYouMean(value, colorNames);
  const hint = near === undefined ? undefined : `did you mean "${near}"?`;
  return reject(`"${value}" is neither a CSS color nor a file`, hint);
}

const forImages = [
  ...(['backgroundSize', 'backgroundPosition', 'backgroundOpacity'] as const),
  ...(['backgroundFilter', 'backgroundSide', 'backgroundDirection', 'backgroundRepeat'] as const),
];

function reportWithoutPicture(values: BackgroundValues, report: Report): void {
  for (const key of forImages) {
    const value = values[key];
    const span = value && ('span' in value ? value.span : value[0]?.span);
    const message = `"${key}" is for an image or a video as "background"`;
    if (span) report.add('value-invalid', span, message);
  }
}
