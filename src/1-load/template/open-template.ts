import {
  attempt,
  openPresentation,
  PresentationError,
} from '../../base/ooxml/open-presentation.ts';
import type { OoxmlPackage } from '../../base/ooxml/package.ts';
import { childOf, childrenOf, descend, type XmlElement } from '../../base/ooxml/xml-tree.ts';
import { type Backdrop, colorBehind, readBackdrop } from './backdrop.ts';
import { type ColorScheme, readColor } from './office-color.ts';
import { emuPerPixel, readPlaceholders, type TemplatePlaceholder } from './placeholder.ts';
import { hasPromptsOnly, styleByPrompts } from './prompt-styles.ts';

/** What the parts of one master share. */
export interface TemplateMaster {
  readonly part: string;
  readonly root: XmlElement;
  readonly theme: XmlElement | undefined;
  readonly themePart: string | undefined;
  readonly fonts: { readonly heading: string; readonly text: string };
  readonly colors: ColorScheme;
}

/** A layout of a template. Boxes are in pixels of 9525 EMU. */
export interface TemplateLayout {
  readonly part: string;
  readonly name: string;
  /** As in `ST_SlideLayoutType`, such as `twoObj`. */
  readonly type: string;
  readonly master: TemplateMaster;
  readonly placeholders: readonly TemplatePlaceholder[];
  /** Those of its own color mapping, if it has one. */
  readonly colors: ColorScheme;
  readonly backdrop: Backdrop;
  /** Its own color mapping, which its slides repeat. */
  readonly colorMapping: XmlElement | undefined;
}

/** A presentation whose masters and layouts are used for a deck. */
export interface Template {
  readonly file: OoxmlPackage;
  readonly main: string;
  readonly hasMacros: boolean;
  /** The size of its slides, in pixels of 9525 EMU. */
  readonly size: { readonly width: number; readonly height: number };
  readonly masters: readonly TemplateMaster[];
  readonly layouts: readonly TemplateLayout[];
}

/** In bytes, of the file and of its parts: images are the largest. */
export const maxTemplate = 100 * 1024 * 1024;

const strict = 'http://purl.oclc.org/ooxml/';

/**
 * Reads the masters and layouts of a presentation or a template.
 *
 * @param limit of what all parts have when unpacked, in bytes
 * @throws PresentationError if it is something else, encrypted or damaged, or has no layouts
 */
export function openTemplate(bytes: Buffer, limit = maxTemplate): Template {
  return attempt(() => readTemplate(bytes, limit));
}

function readTemplate(bytes: Buffer, limit: number): Template {
  const { file, main, hasMacros } = openPresentation(bytes, limit);
  const root = file.xml(main);
  if (file.text(main).includes(strict))
    throw new PresentationError(
      'is in the format "Strict Open XML"',
      'save it as an ordinary .potx or .pptx',
    );
  const size = childOf(root, 'p:sldSz')?.attributes;
  const [width, height] = [size?.cx, size?.cy].map((text) => Number(text) / emuPerPixel);
  const ids = childrenOf(childOf(root, 'p:sldMasterIdLst'), 'p:sldMasterId');
  const masters = partsOf(file, main, ids).map((part) => readMaster(file, part));
  const defaults = childOf(root, 'p:defaultTextStyle');
  const room = { width: width || 1280, height: height || 720 };
  const layouts = masters.flatMap((master) =>
    layoutParts(file, master).map((part) => readLayout(file, part, master, defaults, room)),
  );
  if (layouts.length === 0)
    throw new PresentationError('has no layouts', 'choose a template with a slide master');
  return { file, main, hasMacros, size: room, masters, layouts };
}

function readMaster(file: OoxmlPackage, part: string): TemplateMaster {
  if (hasPromptsOnly(file.xml(part))) moveLooks(file, part);
  const root = file.xml(part);
  const themePart = file.related(part, 'theme');
  const theme = themePart === undefined ? undefined : file.xml(themePart);
  const elements = childOf(theme, 'a:themeElements');
  const own = readScheme(childOf(elements, 'a:clrScheme'));
  const colors = mapColors(own, childOf(root, 'p:clrMap')?.attributes ?? {});
  const font = (name: string): string =>
    descend(elements, 'a:fontScheme', name, 'a:latin')?.attributes.typeface || 'Arial';
  const fonts = { heading: font('a:majorFont'), text: font('a:minorFont') };
  return { part, root, theme, themePart, fonts, colors };
}

/** Moves the looks of the prompts of a master and its layouts to styles. */
function moveLooks(file: OoxmlPackage, master: string): void {
  const ids = childrenOf(childOf(file.xml(master), 'p:sldLayoutIdLst'), 'p:sldLayoutId');
  for (const part of [master, ...partsOf(file, master, ids)]) {
    file.replace(part, styleByPrompts(file.text(part), file.xml(part), part !== master));
  }
}

/** The layouts of a master, in the order in which PowerPoint shows them. */
function layoutParts(file: OoxmlPackage, { part, root }: TemplateMaster): readonly string[] {
  const ids = childrenOf(childOf(root, 'p:sldLayoutIdLst'), 'p:sldLayoutId');
  return partsOf(file, part, ids);
}

/** The parts that a list of a part names, each once. */
function partsOf(file: OoxmlPackage, part: string, ids: readonly XmlElement[]): readonly string[] {
  const targets = ids.map(({ attributes }) => file.relationship(part, attributes['r:id'])?.target);
  return [...new Set(targets)].flatMap((target) =>
    target !== undefined && file.has(target) ? [target] : [],
  );
}

function readLayout(
  file: OoxmlPackage,
  part: string,
  master: TemplateMaster,
  defaults: XmlElement | undefined,
  room: Template['size'],
): TemplateLayout {
  const root = file.xml(part);
  const own = descend(root, 'p:clrMapOvr', 'a:overrideClrMapping');
  const colors = own ? mapColors(master.colors, own.attributes) : master.colors;
  const backdrop = readBackdrop(file, part, root, master, colors, room);
  const all = readPlaceholders(root, master, colors, defaults);
  const placeholders = all
    .filter((each) => isOnSlide(each, room))
    .map((each) => {
      const background = colorBehind(each.box, root, master, colors, backdrop);
      return background === undefined ? each : { ...each, background };
    });
  return {
    part,
    name: childOf(root, 'p:cSld')?.attributes.name ?? '',
    type: root.attributes.type ?? 'cust',
    master,
    colors,
    placeholders,
    backdrop,
    colorMapping: own,
  };
}

/** Whether the middle of a placeholder is on the slide. Next to it, templates have hints and hidden titles. */
function isOnSlide({ box }: TemplatePlaceholder, room: Template['size']): boolean {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return x >= 0 && y >= 0 && x <= room.width && y <= room.height;
}

/** The colors of a theme by their own names, such as `dk1`. */
function readScheme(scheme: XmlElement | undefined): ColorScheme {
  const entries = scheme?.children ?? [];
  return new Map(
    entries.map((entry) => [entry.name.slice(2), readColor(entry, new Map()) ?? '000000']),
  );
}

/** Adds the names that slides use to those of the theme. */
function mapColors(scheme: ColorScheme, mapping: Readonly<Record<string, string>>): ColorScheme {
  const usual = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };
  const mapped = Object.entries({ ...usual, ...mapping }).flatMap(([name, source]) => {
    const color = scheme.get(source);
    return color === undefined ? [] : [[name, color] as const];
  });
  return new Map([...scheme, ...mapped]);
}
