import type { Tag } from '../../shared/regions.ts';
import { reportUnmapped } from '../deck.ts';
import type { ReadTag } from './attributes.ts';
import { writeElement } from './element.ts';
import { iconSets, lucideNames } from './icon-names.ts';
import type { SlideText } from './slide-text.ts';

/** The name of the icon that a component is: `<carbon-logo-github />`, `<mdi:home />`, `<CarbonCloud />`. */
export function iconOfComponent(name: string): string | undefined {
  const plain = name.replace(':', '-');
  return setOf(plain) === undefined ? undefined : plain;
}

/** The name of the icon in a class: `i-carbon-cloud`, `i-mdi:home`. */
export function iconOfClasses(classes: readonly string[]): string | undefined {
  for (const each of classes) {
    const name = /^i-([a-z].*)$/.exec(each)?.[1]?.replace(':', '-');
    if (name !== undefined && setOf(name) !== undefined) return name;
  }
  return undefined;
}

function setOf(name: string): string | undefined {
  return iconSets.find((set) => name.startsWith(`${set}-`) && name.length > set.length + 1);
}

/** Writes an icon: of its set, if that is installed, or else a similar one of Lucide. */
export function translateIcon(tag: Tag, name: string, read: ReadTag, slide: SlideText): void {
  const set = setOf(name) ?? '';
  const icon = chooseIcon(name, set, slide);
  read.classes.splice(0, read.classes.length, ...read.classes.filter((each) => !/^i-/.test(each)));
  if (icon === undefined) {
    const message = `icons of the set "${set}" are left out`;
    const hint = `install them: npm install @iconify-json/${set}`;
    reportUnmapped(slide.deck, tag.start, tag.name.length + 1, message, hint);
  }
  const before = icon === undefined ? '' : `<iconify-icon icon="${icon}"></iconify-icon>`;
  const isEmpty = icon === undefined && read.click === undefined;
  if (isEmpty) slide.replaceElement(tag, '');
  else writeElement(tag, read, { element: 'span', before }, slide);
}

function chooseIcon(name: string, set: string, { deck }: SlideText): string | undefined {
  const { project } = deck.context;
  if (set === 'lucide') return `lucide:${name.slice('lucide-'.length)}`;
  if (project.hasPackage(`@iconify-json/${set}`, project.folder))
    return `${set}:${name.slice(set.length + 1)}`;
  const words = name
    .slice(set.length + 1)
    .replace(/-(?:fill|filled|line|outline|bold|solid|duotone|rounded|round|sharp|\d+)$/g, '');
  const near = lucideNames.get(words);
  return near && `lucide:${near}`;
}
