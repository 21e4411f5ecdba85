import type { Report } from '../../base/diagnostics/report.ts';
import { isInside } from '../../base/files/locate-file.ts';
import type { Inputs } from '../../base/inputs.ts';
import { spanAt } from '../../base/span.ts';
import { checkLevels } from '../../base/yaml/check-levels.ts';
import { plainJson } from '../../base/yaml/plain-json.ts';
import { oneOf, type Reader, readKeys, text, texts } from '../../base/yaml/schema.ts';
import { mappingOf } from '../../base/yaml/value-schema.ts';
import { parseYaml } from '../../base/yaml/yaml.ts';
import type { CheckLevels } from '../../model/check.ts';
import { type Dialect, dialects } from '../../model/source.ts';
import {
  type ConfigFile,
  configNames,
  type DeckPlace,
  findConfigFiles,
  readConfigFile,
} from './find-config.ts';

/** The settings of a folder; those of front matter and the command line come before them. */
export interface Config {
  /** The tool for which the decks were written. */
  readonly dialect?: Dialect;
  readonly levels: CheckLevels;
  /** Patterns of addresses on the web that are not checked. */
  readonly ignoredLinks: readonly string[];
  /** Words that spelling knows. */
  readonly words: readonly string[];
  /** The site that `lectern build --site` writes. */
  readonly site: SiteSettings;
}

interface SiteSettings {
  /** Its address. */
  readonly url?: string;
  readonly title?: string;
}

/**
 * Reads the settings that apply to a deck; errors in them are reported.
 *
 * @param inputs of a build that depends on them
 */
export function readConfig(place: DeckPlace, report: Report, inputs?: Inputs): Config {
  // A file that is missing outside of the project is not watched: there may be many others in its folder.
  const note = (file: string): void => {
    if (isInside(file, place.root)) inputs?.addSettings(file);
  };
  const [first, second] = findConfigFiles(configNames, place, note);
  if (first === undefined) return none;
  inputs?.addSettings(first);
  const source = readConfigFile(first, place, report);
  if (!source) return none;
  if (second !== undefined) {
    const message = `${configNames[1]} next to it is not read: a folder has one file with settings`;
    report.add('key-unknown', spanAt(source, 0, 1), message, 'move its settings into this file');
  }
  const config = parseConfig(source, report);
  // Without it, the source that a page carries would be read in another way.
  if (config.dialect) inputs?.add(first);
  return config;
}

const none: Config = { levels: new Map(), ignoredLinks: [], words: [], site: {} };

function parseConfig(source: ConfigFile, report: Report): Config {
  const locate = (offset: number, length: number) => spanAt(source, offset, length);
  const isJson = source.path.endsWith('.json');
  const content = isJson ? plainJson(source.text) : source.text;
  const entries = parseYaml(content, locate, isJson ? jsonReport(report) : report) ?? [];
  const { dialect, check, links, words, site } = readKeys(entries, configReaders(report), report);
  return {
    ...none,
    ...(dialect && { dialect }),
    ...(check && { levels: check }),
    ...(links && { ignoredLinks: links }),
    ...(words && { words }),
    ...(site && { site }),
  };
}

/** Names the format of the file, which is read as YAML. */
function jsonReport(report: Report): Report {
  return report.changing((diagnostic) => {
    if (diagnostic.code !== 'yaml-syntax') return diagnostic;
    const { fix: _, message: written, ...others } = diagnostic;
    const message = written
      .replace('broken YAML', 'broken JSON')
      .replace('lines of the form "key: value" are needed', 'an object is needed');
    const hint = 'write settings of the form {"key": "value", …}';
    return { ...others, message, hint };
  });
}

/** The keys of the file, each with its reader. */
export function configReaders(report: Report) {
  return {
    $schema: text,
    dialect: oneOf(dialects),
    check: checkLevels(report),
    links: ignoredLinks(report),
    words: texts,
    site: siteSettings(report),
  } as const;
}

/** `{ url: "https://example.org/talks/", title: "Talks" }` */
function siteSettings(report: Report): Reader<SiteSettings> {
  return {
    expected: 'the keys "url" and "title", as in url: "https://example.org/talks/"',
    read: ({ value, items }) => {
      if (!(value instanceof Map)) return undefined;
      return readKeys(items, { url: text, title: text }, report);
    },
    schema: mappingOf({
      url: { ...text.schema, description: 'The address of the site, for its feed.' },
      title: { ...text.schema, description: 'The title of the index.' },
    }),
  };
}

/** `{ ignore: ["https://example.org/*"] }` */
function ignoredLinks(report: Report): Reader<readonly string[]> {
  return {
    expected: 'the key "ignore" with a list of addresses, as in ignore: ["https://example.org/*"]',
    read: ({ value, items }) => {
      if (!(value instanceof Map)) return undefined;
      return readKeys(items, { ignore: texts }, report).ignore ?? [];
    },
    schema: mappingOf({
      ignore: {
        ...texts.schema,
        description: 'Addresses that are not checked; "*" matches any characters.',
      },
    }),
  };
}
