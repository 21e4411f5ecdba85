import type { OoxmlPackage } from '../../base/ooxml/package.ts';
import {
  childOf,
  childrenOf,
  descend,
  findAll,
  type XmlElement,
} from '../../base/ooxml/xml-tree.ts';
import type { Losses } from '../losses.ts';
import type { Paragraph, ReadSlide } from '../model.ts';
import { readBackground } from './background.ts';
import { childrenIn } from './choose.ts';
import { ThemeColors } from './colors.ts';
import { claimPart, type SlideContext } from './context.ts';
import { slideTransform } from './geometry.ts';
import { LayoutChain, placeholderOf } from './placeholders.ts';
import { readShapes } from './shapes.ts';
import { readParagraphs } from './text.ts';
import { readTiming } from './timing.ts';

/** What all slides of a presentation share. */
export interface SlideOptions {
  readonly file: OoxmlPackage;
  /** In EMU. */
  readonly size: { readonly width: number; readonly height: number };
  readonly defaults: XmlElement | undefined;
  readonly losses: Losses;
  readonly isOwn: boolean;
  readonly claimed: SlideContext['claimed'];
  /** What slides inherit, by their layouts. */
  readonly chains: Map<XmlElement | undefined, LayoutChain>;
}

/** Reads a slide with what belongs to it. */
export function readSlide(part: string, number: number, options: SlideOptions): ReadSlide {
  const { file, size, defaults, losses, isOwn, claimed, chains } = options;
  losses.startSlide(number);
  const root = file.xml(part);
  const layoutPart = file.related(part, 'slideLayout');
  const layout = layoutPart === undefined ? undefined : file.xml(layoutPart);
  const masterPart = layoutPart === undefined ? undefined : file.related(layoutPart, 'slideMaster');
  const master = masterPart === undefined ? undefined : file.xml(masterPart);
  const theme = masterPart === undefined ? undefined : file.relatedXml(masterPart, 'theme');
  const override = descend(root, 'p:clrMapOvr', 'a:overrideClrMapping');
  const colors = new ThemeColors(theme, override ?? childOf(master, 'p:clrMap'));
  const chain = chains.get(layout) ?? new LayoutChain(layout, master, defaults);
  chains.set(layout, chain);
  const timing = childrenIn(root).find(({ name }) => name === 'p:timing');
  const appearances = readTiming(timing, losses);
  const context: SlideContext = { file, part, chain, appearances, losses, isOwn, claimed };
  const own = readBackground(root, colors, context);
  // A cover or a section may have an image of its layout; elsewhere it is a part of the theme.
  const isStart = /^(?:title|secHead)$/.test(layout?.attributes.type ?? '');
  const inherited =
    own || layoutPart === undefined || !isStart
      ? undefined
      : readBackground(layout, colors, { ...context, part: layoutPart });
  const background = own ?? (inherited?.kind === 'image' ? inherited : undefined);
  const transition = transitionOf(root);
  return {
    number,
    part,
    isHidden: root.attributes.show === '0' || root.attributes.show === 'false',
    layout: {
      type: layout?.attributes.type ?? '',
      name: childOf(layout, 'p:cSld')?.attributes.name ?? '',
    },
    ...(background && { background }),
    ...(transition !== undefined && { transition }),
    shapes: readShapes(descend(root, 'p:cSld', 'p:spTree'), slideTransform(size), context),
    notes: readNotes(context),
    comments: readComments(context),
  };
}

function transitionOf(root: XmlElement): string | undefined {
  const transition = childrenIn(root).find(({ name }) => name === 'p:transition');
  const kind = transition?.children.find(({ name }) => /^p:\w+$/.test(name) && name !== 'p:sndAc');
  return kind?.name.slice(2);
}

/** The text of the page of notes: also of shapes next to its placeholder, but not its header, footer and number. */
function readNotes(context: SlideContext): readonly Paragraph[] {
  const { file, part } = context;
  const notes = file.related(part, 'notesSlide');
  if (notes === undefined || !claimPart(notes, context)) return [];
  const tree = descend(file.xml(notes), 'p:cSld', 'p:spTree');
  const style = childOf(file.relatedXml(notes, 'notesMaster'), 'p:notesStyle');
  const inherited = { shapes: [], styles: style ? [style] : [] };
  return (tree ? findAll(tree, 'p:sp') : [])
    .filter((shape) => ['body', undefined].includes(placeholderOf(shape)?.type))
    .flatMap((shape) =>
      readParagraphs(childOf(shape, 'p:txBody'), inherited, { ...context, part: notes }),
    );
}

/** What reviewers have written, with their names where the file has them. */
function readComments(context: SlideContext): readonly string[] {
  const { file, part, losses } = context;
  const parts = file
    .relationships(part)
    .filter(
      ({ type, isExternal, target }) =>
        type === 'comments' && !isExternal && file.has(target) && claimPart(target, context),
    );
  const texts = parts.flatMap(({ target }) =>
    childrenOf(file.xml(target), 'p:cm')
      .map((comment) => childOf(comment, 'p:text')?.text ?? '')
      .concat(findAll(file.xml(target), 'a:t').map(({ text }) => text)),
  );
  const written = texts.map((text) => text.trim()).filter((text) => text !== '');
  if (written.length > 0) losses.add('comments');
  return written;
}
