import {
  flag,
  locatedText,
  numberBetween,
  oneOf,
  type Reader,
  readKeys,
  texts,
} from '../1-load/schema.ts';
import { type Place, parseYaml } from '../1-load/yaml.ts';
import {
  type AssetRef,
  type Background,
  type LayoutName,
  type Located,
  layoutNames,
  type SlideHead,
  transitions,
} from '../deck.ts';
import { claimId, type DeckContext } from './context.ts';
import { isMediaPath } from './media-type.ts';

/** Keys that the language has and this version does not act on yet. */
const unsupported: readonly string[] = ['fit', 'time'];

const layout: Reader<Located<LayoutName>> & { names: readonly string[] } = {
  ...oneOf(layoutNames),
  read: (entry) => {
    const value = oneOf(layoutNames).read(entry);
    return value && { value, span: entry.span };
  },
};

const colorWord = /^[a-z]+$/i;
const colorFunction =
  /^(?:#[0-9a-f]{3,8}|(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color|color-mix)\([^;{}]*\))$/i;
const gradient = /^(?:repeating-)?(?:linear|radial|conic)-gradient\([^;{}]*\)$/i;

const color: Reader<string> = {
  expected: 'a CSS colour',
  read: ({ source = '' }) =>
    colorWord.test(source) || colorFunction.test(source) ? source : undefined,
};

const size: Reader<string> = {
  expected: 'a CSS background-size such as cover, contain or 50%',
  read: ({ source = '' }) => (/^[a-z0-9.% ]+$/i.test(source) ? source : undefined),
};

const id: Reader<Located<string>> = {
  expected: 'letters, digits, "-" and "_"',
  read: ({ source = '', span }) => (/^[\w-]+$/.test(source) ? { value: source, span } : undefined),
};

const readers = {
  layout,
  class: texts,
  id,
  background: locatedText,
  backgroundSize: size,
  backgroundOpacity: numberBetween(0, 1),
  color,
  transition: oneOf(transitions),
  autoAnimate: flag,
  hide: flag,
  notes: locatedText,
  src: locatedText,
} as const;

export const slideKeys: readonly string[] = [...Object.keys(readers), ...unsupported];

/** What a slide's head says, as read. */
export interface SlideSettings {
  readonly head: SlideHead;
  readonly layout?: Located<LayoutName>;
  readonly hide: boolean;
  readonly notes?: Located<string>;
  /** The slides to put in this one's place: `other.md#2-5`. */
  readonly include?: Located<string>;
}

export const emptySettings: SlideSettings = {
  head: { classes: [], autoAnimate: false },
  hide: false,
};

/**
 * @param yaml the text of the head, with `place` leading from it to the file
 * @param from the real path of the file
 */
export function readSlideHead(
  yaml: string,
  place: Place,
  from: string,
  context: DeckContext,
): SlideSettings {
  const { report } = context;
  const entries = (parseYaml(yaml, place, report) ?? []).filter(({ key, keySpan }) => {
    if (!unsupported.includes(key)) return true;
    report.add('key-unsupported', keySpan, `"${key}" has no effect in this version`);
    return false;
  });
  const values = readKeys(entries, readers, report);
  if (values.id) claimId(values.id.value, values.id.span, context);
  const background = values.background && readBackground(values.background, values, from);
  return {
    head: {
      classes: (values.class ?? []).flatMap((names) => names.split(/\s+/).filter(Boolean)),
      autoAnimate: values.autoAnimate ?? false,
      ...(values.id && { id: values.id.value }),
      ...(background && { background }),
      ...(values.color !== undefined && { color: values.color }),
      ...(values.transition !== undefined && { transition: values.transition }),
    },
    hide: values.hide ?? false,
    ...(values.layout && { layout: values.layout }),
    ...(values.notes && { notes: values.notes }),
    ...(values.src && { include: values.src }),
  };
}

function readBackground(
  { value, span }: Located<string>,
  options: { readonly backgroundSize?: string; readonly backgroundOpacity?: number },
  from: string,
): Background {
  const isColor = colorFunction.test(value) || gradient.test(value);
  // A word may be a colour or a file: a file has an ending.
  if (isColor || (colorWord.test(value) && !/[./]/.test(value)))
    return { kind: 'color', css: value };
  const asset: AssetRef = { path: value, from, span };
  return {
    kind: isMediaPath(value) ? 'video' : 'image',
    asset,
    size: options.backgroundSize ?? 'cover',
    opacity: options.backgroundOpacity ?? 1,
  };
}

/**
 * The YAML of a comment that is a slide's head, such as `<!-- layout: quote -->`: each of its lines
 * has a key, and the first key is one of a head's. Any other comment is only a comment.
 *
 * @returns offsets into the comment
 */
export function headInComment(raw: string): { start: number; end: number } | undefined {
  const match = /^( {0,3}<!--\s*)([\s\S]*?)\s*-->\s*$/.exec(raw);
  const [, lead = '', yaml = ''] = match ?? [];
  const key = /^([A-Za-z]+)[ \t]*:(?:\s|$)/.exec(yaml)?.[1];
  if (!match || key === undefined || !slideKeys.includes(key)) return undefined;
  return { start: lead.length, end: lead.length + yaml.length };
}
