import { type LayoutName, layoutNames } from '../../model/deck.ts';
import type { PptxSettings } from '../../model/front-matter.ts';
import type { Template, TemplateLayout } from './open-template.ts';
import type { TemplatePlaceholder } from './placeholder.ts';

/** The layout of a template that is used for one of ours. */
export interface LayoutMatch {
  readonly layout: TemplateLayout;
  /** The layout of ours whose match is used, as none of the template's fits this one. */
  readonly fallback?: LayoutName;
}

interface Traits {
  /** The score of a layout with this type. */
  readonly types: Readonly<Record<string, number>>;
  /** Words in its name, in the languages of templates. */
  readonly name: RegExp;
  /** The score of its placeholders. */
  readonly shape: (shape: LayoutShape) => number;
  /** The layout of ours whose match is used if none fits. */
  readonly otherwise: LayoutName;
}

/** The placeholders of a layout by what they are for. */
interface LayoutShape {
  readonly hasTitle: boolean;
  /** Whether that is the title of a cover. */
  readonly isCentered: boolean;
  readonly hasSubtitle: boolean;
  /** Those that take text or any content, without small ones. */
  readonly texts: readonly TemplatePlaceholder[];
  readonly images: readonly TemplatePlaceholder[];
  readonly room: Template['size'];
}

/** From this score on, a layout fits. */
const threshold = 35;

const traits: Readonly<Record<LayoutName, Traits>> = {
  cover: {
    types: { title: 60 },
    name: /(?:title slide|cover|opening|titelfolie|deckblatt|startfolie|diapositive de titre|couverture|diapositiva de t[ií]tulo|portada|copertina|diapositiva titolo|titeldia|slide de t[ií]tulo|\bcapa\b)/i,
    shape: ({ hasTitle, isCentered, hasSubtitle, texts }) =>
      (hasTitle ? 0 : -100) +
      (isCentered ? 20 : 0) +
      (hasSubtitle ? 20 : 0) -
      15 * Math.max(0, texts.length - 1),
    otherwise: 'default',
  },
  section: {
    types: { secHead: 60 },
    name: /section|divider|chapter|abschnitt|kapitel|trenn|zwischentitel|intertitre|chapitre|secci[oó]n|sezione|hoofdstuk|sectie|se[cç][aã]o/i,
    shape: ({ hasTitle, texts }) => (hasTitle ? 0 : -100) - 15 * Math.max(0, texts.length - 1),
    otherwise: 'cover',
  },
  default: {
    // One with a title only is better than those for sections, whose text is small.
    types: { obj: 60, tx: 45, objOnly: 10, titleOnly: 57, secHead: -40, vertTx: -40 },
    name: /title and content|titel und inhalt|titre et contenu|t[ií]tulo y (?:objetos|contenido)|titolo e contenuto|titel en object|^content$|^inhalt$|standard/i,
    shape: ({ hasTitle, texts, images }) =>
      (hasTitle ? 5 : -60) + (texts.length === 1 ? 35 : -25) - 20 * images.length,
    otherwise: 'default',
  },
  center: {
    types: {},
    name: /cent(?:er|re)|zentriert|mittig/i,
    shape: ({ hasTitle, texts }) => (hasTitle ? 0 : -60) + (texts.length === 1 ? 0 : -40),
    otherwise: 'default',
  },
  statement: {
    types: {},
    name: /statement|key ?message|kernaussage|aussage|big (?:idea|fact|number)|highlight|affirmation|declaraci[oó]n/i,
    shape: ({ texts }) => (texts.length === 1 ? 10 : -40),
    otherwise: 'default',
  },
  quote: {
    types: {},
    name: /quot|zitat|citation|\bcita\b|citazione|citaat|testimonial/i,
    shape: ({ texts }) => (texts.length > 0 ? 10 : -40),
    otherwise: 'statement',
  },
  'two-columns': {
    types: { twoObj: 60, twoColTx: 55, twoTxTwoObj: 20 },
    name: /two (?:content|columns?)|zwei (?:inhalte|spalten)|zweispaltig|deux contenus|dos (?:objetos|contenidos)|due contenuti|twee objecten|2 columns/i,
    shape: ({ hasTitle, texts }) =>
      (hasTitle ? 0 : -40) + (texts.length === 2 && areBeside(texts[0], texts[1]) ? 45 : -30),
    otherwise: 'default',
  },
  'image-left': {
    types: { picTx: 10, objTx: 20, clipArtAndTx: 25 },
    name: /(?:image|picture|photo|bild|foto).{0,8}(?:left|links|gauche|izquierda)/i,
    shape: (shape) => imageScore(shape, 'left'),
    otherwise: 'two-columns',
  },
  'image-right': {
    types: { picTx: 10, txAndObj: 20, txAndClipArt: 25 },
    name: /(?:image|picture|photo|bild|foto).{0,8}(?:right|rechts|droite|derecha)/i,
    shape: (shape) => imageScore(shape, 'right'),
    otherwise: 'two-columns',
  },
  'full-image': {
    types: {},
    name: /full.{0,8}(?:image|picture|photo|bleed)|vollbild|ganzseitig|pleine page/i,
    shape: ({ images, room }) => (images.some((image) => isLarge(image, room)) ? 60 : -40),
    otherwise: 'blank',
  },
  blank: {
    types: { blank: 45 },
    name: /^(?:blank|leer|vide|en blanco|vuota|leeg|em branco)$/i,
    shape: ({ hasTitle, texts, room }) =>
      (hasTitle ? -60 : 0) +
      (texts.length === 1 && isLarge(texts[0], room) ? 55 : 0) -
      30 * Math.max(0, texts.length - 1),
    otherwise: 'default',
  },
  end: {
    types: {},
    name: /\bend\b|thank|danke|schluss|closing|abschluss|merci|gracias|grazie|bedankt|obrigad|contact|kontakt/i,
    shape: ({ hasTitle }) => (hasTitle ? 0 : -100),
    otherwise: 'cover',
  },
};

const nameScore = 45;

/**
 * Chooses a layout of the template for each of ours: by its type, its name and its placeholders.
 *
 * @param named the names that the author has chosen; those that the template does not have are ignored
 */
export function matchLayouts(
  template: Template,
  named: ReadonlyMap<LayoutName, string> = new Map(),
): ReadonlyMap<LayoutName, LayoutMatch> {
  const own = new Map<LayoutName, TemplateLayout>();
  for (const name of layoutNames) {
    const layout = findLayout(template, named.get(name)) ?? bestLayout(template, name);
    if (layout) own.set(name, layout);
  }
  const [first] = template.layouts;
  const matches = layoutNames.map((name): readonly [LayoutName, LayoutMatch] | undefined => {
    let found = name;
    while (!own.has(found) && traits[found].otherwise !== found) found = traits[found].otherwise;
    const layout = own.get(found) ?? first;
    return layout && [name, { layout, ...(own.get(name) !== layout && { fallback: found }) }];
  });
  return new Map(matches.filter((match) => match !== undefined));
}

/** The names of the layouts that the author has chosen, by ours. */
export function namedLayouts(layouts: PptxSettings['layouts']): ReadonlyMap<LayoutName, string> {
  return new Map(Array.from(layouts ?? [], ([name, { value }]) => [name, value]));
}

/** The layout of a name, whatever its capitals. */
export function findLayout(
  template: Template,
  name: string | undefined,
): TemplateLayout | undefined {
  const wanted = name?.trim().toLowerCase();
  return template.layouts.find((layout) => layout.name.trim().toLowerCase() === wanted);
}

function bestLayout(
  { layouts, masters, size }: Template,
  name: LayoutName,
): TemplateLayout | undefined {
  const scored = layouts.map((layout) => {
    const { types, name: words, shape } = traits[name];
    const isNamed = words.test(layout.name);
    // The first master is the one that the template's author uses most.
    const penalty = 5 * masters.indexOf(layout.master);
    const score =
      (types[layout.type] ?? 0) +
      (isNamed ? nameScore : 0) +
      shape(shapeOf(layout, size)) -
      penalty;
    return { layout, score };
  });
  const [best] = scored.toSorted((a, b) => b.score - a.score);
  return best && best.score >= threshold ? best.layout : undefined;
}

const contentTypes = new Set(['obj', 'body', 'subTitle', 'tbl', 'chart', 'media', 'dgm']);

export function shapeOf({ placeholders }: TemplateLayout, room: Template['size']): LayoutShape {
  const isMain = ({ box }: TemplatePlaceholder): boolean =>
    box.width >= room.width * 0.2 && box.height >= room.height * 0.2;
  return {
    hasTitle: placeholders.some(({ type }) => type === 'title' || type === 'ctrTitle'),
    isCentered: placeholders.some(({ type }) => type === 'ctrTitle'),
    hasSubtitle: placeholders.some(({ type }) => type === 'subTitle'),
    texts: placeholders.filter(
      (each) => contentTypes.has(each.type) && each.type !== 'subTitle' && isMain(each),
    ),
    images: placeholders.filter((each) => /^(?:pic|clipArt)$/.test(each.type) && isMain(each)),
    room,
  };
}

/** Whether a placeholder takes most of the slide. */
function isLarge(placeholder: TemplatePlaceholder | undefined, room: Template['size']): boolean {
  if (!placeholder) return false;
  const { width, height } = placeholder.box;
  return width * height > 0.6 * room.width * room.height;
}

/** Whether two placeholders are next to each other, as columns. */
export function areBeside(
  a: TemplatePlaceholder | undefined,
  b: TemplatePlaceholder | undefined,
): boolean {
  if (!a || !b) return false;
  const [left, right] = a.box.x <= b.box.x ? [a.box, b.box] : [b.box, a.box];
  return right.x >= left.x + left.width * 0.8 && Math.abs(left.y - right.y) < left.height * 0.3;
}

function imageScore(
  { hasTitle, images, texts, room }: LayoutShape,
  side: 'left' | 'right',
): number {
  const [image] = images;
  if (!image || images.length > 1) return -60;
  const isLeft = image.box.x + image.box.width / 2 < room.width / 2;
  return (
    (hasTitle ? 0 : -40) +
    (isLarge(image, room) ? -60 : 0) +
    (texts.length === 1 ? 15 : -30) +
    ((isLeft ? 'left' : 'right') === side ? 40 : 22)
  );
}
