import type { Report } from '../base/diagnostics/report.ts';
import {
  flag,
  locatedText,
  numberBetween,
  parsed,
  type Reader,
  readKeys,
} from '../base/yaml/schema.ts';
import {
  anyScalar,
  oneOrMore,
  schemaOfReaders,
  type ValueSchema,
} from '../base/yaml/value-schema.ts';
import { type LayoutName, layoutNames } from '../model/deck.ts';
import type { DeckFonts, ImageSettings, PptxSettings } from '../model/front-matter.ts';
import type { AssetRef, Located, TextFile } from '../model/source.ts';

const filePath: ValueSchema = { ...anyScalar, suggests: 'file' };
const filePaths: ValueSchema = oneOrMore(filePath);

/** One font, or several in order of preference, for text and headings; or those of each role. */
export function fonts(file: TextFile, report: Report): Reader<DeckFonts> {
  const { read } = assetRefs(file);
  const reader = {
    expected: 'a font as npm:<package>, the path of a file or a name, or a list of them',
    hasTexts: true,
    read,
    schema: filePaths,
  } as const;
  const roles = { text: reader, heading: reader, mono: reader } as const;
  return {
    ...reader,
    schema: { anyOf: [filePaths, schemaOfReaders(roles)] },
    read: (entry) => {
      if (entry.value instanceof Map) {
        return readKeys(entry.items, roles, report);
      }
      const named = read(entry);
      return named && { text: named, heading: named };
    },
  };
}

/** How images are reduced. Each key has a default. */
export function images(report: Report): Reader<ImageSettings> {
  const readers = {
    max: { ...numberBetween(320, 16384), expected: 'a number of pixels from 320 to 16384' },
    quality: numberBetween(1, 100),
    original: flag,
  } as const;
  return {
    expected: 'keys and values, as in {max: 2560, quality: 80}',
    read: ({ value, items }) => {
      if (!(value instanceof Map)) return undefined;
      const { max = 2560, quality = 80, original = false } = readKeys(items, readers, report);
      return { max, quality, original };
    },
    schema: schemaOfReaders(readers),
  };
}

/** The template of PowerPoint files, and the names of its layouts. */
export function pptx(file: TextFile, report: Report): Reader<PptxSettings> {
  const names = Object.fromEntries(layoutNames.map((name) => [name, locatedText]));
  const layouts: Reader<NonNullable<PptxSettings['layouts']>> = {
    schema: schemaOfReaders(names),
    expected: 'names of layouts of the template by those of Lectern, as in {cover: Title Slide}',
    hasTexts: true,
    read: ({ value, items }) => {
      if (!(value instanceof Map)) return undefined;
      const read = readKeys(items, names, report);
      return new Map(
        layoutNames.flatMap((name): readonly (readonly [LayoutName, Located<string>])[] => {
          const named = read[name];
          return named ? [[name, named]] : [];
        }),
      );
    },
  };
  const readers = { template: assetRef(file), layouts } as const;
  return {
    expected: 'keys and values, as in {template: company.potx}',
    schema: schemaOfReaders(readers),
    read: ({ value, items }) =>
      value instanceof Map ? readKeys(items, readers, report) : undefined,
  };
}

export function assetRef(file: TextFile): Reader<AssetRef> {
  return parsed(
    'the path of a file',
    (path, { span }) => ({ path, from: file.realPath, span }),
    filePath,
  );
}

export function assetRefs(file: TextFile): Reader<readonly AssetRef[]> {
  return {
    expected: 'the path of a file, or a list of them',
    hasTexts: true,
    read: (entry) => {
      const items = entry.source === undefined ? entry.items : [entry];
      const refs = items.flatMap(({ source, span }) =>
        source === undefined ? [] : [{ path: source, from: file.realPath, span }],
      );
      const isList = entry.source !== undefined || Array.isArray(entry.value);
      return isList && refs.length === items.length ? refs : undefined;
    },
    schema: filePaths,
  };
}
