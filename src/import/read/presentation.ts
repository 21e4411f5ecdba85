import type { OoxmlPackage } from '../../base/ooxml/package.ts';
import { localName } from '../../base/ooxml/read-xml.ts';
import {
  childOf,
  childrenOf,
  descend,
  findAll,
  type XmlElement,
} from '../../base/ooxml/xml-tree.ts';
import type { Losses } from '../losses.ts';
import type { ReadPresentation, ReadSlide } from '../model.ts';
import { claimPart } from './context.ts';
import { slideTransform } from './geometry.ts';
import { readSlide, type SlideOptions } from './slide.ts';

/** As many as a deck may have. */
const maxSlides = 5000;

/** As many characters as show in which direction most of a presentation runs. */
const enoughText = 1_000_000;

/**
 * Reads a presentation.
 *
 * @param main the path of its main part
 * @throws ArchiveError if a part is damaged
 */
export function readPresentation(
  file: OoxmlPackage,
  main: string,
  losses: Losses,
): ReadPresentation {
  const root = file.xml(main);
  const properties = readProperties(file);
  const isOwn = propertyOf(file, 'extended-properties', 'Application') === 'Lectern';
  const extent = childOf(root, 'p:sldSz')?.attributes;
  const size = { width: Number(extent?.cx) || 12192000, height: Number(extent?.cy) || 6858000 };
  const defaults = childOf(root, 'p:defaultTextStyle');
  const shared = { file, size, defaults, losses, isOwn };
  const options: SlideOptions = { ...shared, claimed: new Set(), chains: new Map() };
  const sections = sectionStarts(root);
  const ids = childrenOf(childOf(root, 'p:sldIdLst'), 'p:sldId');
  if (ids.length > maxSlides) {
    losses.startSlide(maxSlides + 1);
    losses.add('limit');
  }
  const slides = ids.slice(0, maxSlides).flatMap(({ attributes }, index): readonly ReadSlide[] => {
    losses.startSlide(index + 1);
    const relation = file.relationship(main, attributes['r:id']);
    if (!relation || !file.has(relation.target)) {
      losses.add('missing', 'the slide itself');
      return [];
    }
    if (!claimPart(relation.target, options)) return [];
    const section = sections.get(attributes.id ?? '');
    const slide = readSlide(relation.target, index + 1, options);
    return [{ ...slide, ...(section !== undefined && { section }) }];
  });
  const { scaleX, scaleY } = slideTransform(size);
  return {
    ...properties,
    lang: properties.lang || languageOf(file, slides),
    isRightToLeft: isOwn ? root.attributes.rtl === '1' : areRightToLeft(file, slides),
    size: { width: Math.round(size.width * scaleX), height: Math.round(size.height * scaleY) },
    theme: file.relatedXml(main, 'theme')?.attributes.name ?? '',
    isOwn,
    slides,
  };
}

function readProperties(file: OoxmlPackage) {
  const core = 'core-properties';
  return {
    title: propertyOf(file, core, 'title'),
    author: propertyOf(file, core, 'creator'),
    description: propertyOf(file, core, 'description'),
    keywords: propertyOf(file, core, 'keywords'),
    lang: propertyOf(file, core, 'language'),
  };
}

function propertyOf(file: OoxmlPackage, type: string, name: string): string {
  const properties = file.relatedXml('', type);
  const found = properties?.children.find((child) => localName(child.name) === name);
  return (found?.text ?? '').replace(/\s+/g, ' ').trim();
}

/** The names of sections, by the ids of their first slides. */
function sectionStarts(root: XmlElement): ReadonlyMap<string, string> {
  return new Map(
    findAll(root, 'p14:section').flatMap((section): readonly [string, string][] => {
      const first = descend(section, 'p14:sldIdLst', 'p14:sldId')?.attributes.id;
      return first === undefined ? [] : [[first, (section.attributes.name ?? '').trim()]];
    }),
  );
}

/** Whether most letters are of scripts that run from right to left. The setting of a file is that of its program. */
function areRightToLeft(file: OoxmlPackage, slides: readonly ReadSlide[]): boolean {
  const text = slides
    .flatMap(({ part }) => findAll(file.xml(part), 'a:t').map((each) => each.text))
    .join('')
    .slice(0, enoughText);
  const right = text.match(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu)?.length ?? 0;
  return right * 2 > (text.match(/\p{L}/gu)?.length ?? 0);
}

/** The language of most of the text. */
function languageOf(file: OoxmlPackage, slides: readonly ReadSlide[]): string {
  const counts = new Map<string, number>();
  for (const { part } of slides) {
    for (const run of findAll(file.xml(part), 'a:r')) {
      const lang = childOf(run, 'a:rPr')?.attributes.lang;
      const length = childOf(run, 'a:t')?.text.length ?? 0;
      if (lang !== undefined) counts.set(lang, (counts.get(lang) ?? 0) + length);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}
