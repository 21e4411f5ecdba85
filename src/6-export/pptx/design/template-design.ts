import { matchLayouts } from '../../../1-load/template/match-layouts.ts';
import type { Template, TemplateLayout } from '../../../1-load/template/open-template.ts';
import { contentColors } from '../../../1-load/template/template-css.ts';
import { childOf, childrenOf, descend } from '../../../base/ooxml/xml-tree.ts';
import { type LayoutName, layoutNames } from '../../../model/deck.ts';
import type { Part } from '../package/package.ts';
import { notesExtent } from '../slide/notes.ts';
import { type DroppedPart, TemplateParts } from '../template/copy-parts.ts';
import { planTemplateLayout } from '../template/slots.ts';
import { writeElement } from '../template/write-tree.ts';
import { schemeOfTemplate } from '../theme/scheme.ts';
import { element } from '../xml.ts';
import type { Design, DesignLayout } from './design.ts';
import { addNotesMaster, addTheme, type DesignRequest } from './own-design.ts';

/** A design, and what of the template is not in it. */
export interface TemplateDesign extends Design {
  readonly dropped: readonly DroppedPart[];
  /** The layouts of ours that none of the template's fits, with what is used instead. */
  readonly replaced: ReadonlyMap<LayoutName, string>;
}

/**
 * The masters and layouts of a template as they are.
 *
 * @param named the layouts that the author has chosen, by ours
 * @throws ArchiveError | PresentationError if a part is damaged
 */
export function createTemplateDesign(
  template: Template,
  named: ReadonlyMap<LayoutName, string>,
  request: DesignRequest,
): TemplateDesign {
  const { file, main } = template;
  const copies = new TemplateParts(template, request.file.parts);
  const root = file.xml(main);
  const masters = copies.copyMasters();
  const matches = matchLayouts(template, named);
  const layouts = layoutNames.flatMap((name) => {
    const layout = matches.get(name)?.layout;
    return layout ? [[name, designLayout(name, layout, copies, request)] as const] : [];
  });
  const notesMaster = copies.copyRelated('notesMaster');
  const theme = copies.copyRelated('theme') ?? themeOf(template, copies, request);
  const styles = copies.copyRelated('tableStyles');
  const handout = copies.copyRelated('handoutMaster');
  const size = childOf(root, 'p:notesSz')?.attributes;
  const text = childOf(root, 'p:defaultTextStyle');
  const embedded = embeddedFonts(template, copies);
  return {
    layouts: new Map(layouts),
    notesMaster:
      notesMaster ??
      addNotesMaster(request, (part) => part.relate('theme', addTheme(request, 'Lectern'))),
    masters,
    room: template.size,
    slideSize: childOf(root, 'p:sldSz')?.attributes ?? { cx: 12192000, cy: 6858000 },
    notesSize: size ?? notesExtent,
    theme,
    ...(styles && { tableStyles: styles }),
    ...(handout && { handoutMaster: handout }),
    ...(embedded.length > 0 && { fontList: (relate) => writeFonts(embedded, relate) }),
    ...(text && { defaultText: writeElement(text) }),
    fonts: fontsOf(template, new Set(embedded.map(({ typeface }) => typeface))),
    dropped: copies.dropped,
    replaced: new Map(
      Array.from(matches).flatMap(([name, { layout, fallback }]) =>
        fallback === undefined ? [] : [[name, layout.name] as const],
      ),
    ),
  };
}

function designLayout(
  name: LayoutName,
  layout: TemplateLayout,
  copies: TemplateParts,
  { styleOf, room, language }: DesignRequest,
): DesignLayout {
  const plan = planTemplateLayout(name, layout, room, language.isRightToLeft);
  const { colorMapping } = layout;
  const colors = contentColors(layout);
  return {
    part: copies.copy(layout.part),
    plan,
    style: styleOf(`layout-${name}`),
    scheme: schemeOfTemplate(layout.colors),
    ...(colors && { colors }),
    ...(colorMapping && { colorMapping: writeElement(colorMapping) }),
  };
}

/** A theme that the main part does not refer to is that of its first master. */
function themeOf({ masters }: Template, copies: TemplateParts, request: DesignRequest): Part {
  const path = masters[0]?.themePart;
  return path === undefined ? addTheme(request, 'Lectern') : copies.copy(path);
}

interface EmbeddedFont {
  readonly typeface: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly faces: readonly (readonly [name: string, part: Part])[];
}

function embeddedFonts({ file, main }: Template, copies: TemplateParts): readonly EmbeddedFont[] {
  const list = childOf(file.xml(main), 'p:embeddedFontLst');
  return childrenOf(list, 'p:embeddedFont').flatMap((entry) => {
    const font = childOf(entry, 'p:font');
    const faces = entry.children.flatMap(({ name, attributes }) => {
      const relationship = file.relationship(main, attributes['r:id']);
      return relationship && !relationship.isExternal && file.has(relationship.target)
        ? [[name, copies.copy(relationship.target)] as const]
        : [];
    });
    const typeface = font?.attributes.typeface ?? '';
    return font && faces.length > 0 ? [{ typeface, attributes: font.attributes, faces }] : [];
  });
}

function writeFonts(fonts: readonly EmbeddedFont[], relate: (part: Part) => string) {
  return element(
    'p:embeddedFontLst',
    {},
    fonts.map(({ attributes, faces }) =>
      element(
        'p:embeddedFont',
        {},
        element('p:font', attributes),
        faces.map(([name, part]) => element(name, { 'r:id': relate(part) })),
      ),
    ),
  );
}

/** The fonts of the themes that are not in the file. */
function fontsOf({ masters }: Template, embedded: ReadonlySet<string>): readonly string[] {
  const names = masters.flatMap(({ theme }) =>
    ['a:majorFont', 'a:minorFont'].map(
      (name) =>
        descend(theme, 'a:themeElements', 'a:fontScheme', name, 'a:latin')?.attributes.typeface,
    ),
  );
  const missing = names.filter((name) => name !== undefined && name !== '' && !embedded.has(name));
  return [...new Set(missing)].filter((name) => name !== undefined);
}
