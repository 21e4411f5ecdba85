import { nameFromContent } from '../tree/accessible-name.ts';
import { isText, type Placed, type SourceElement, type SourceNode } from '../tree/element.ts';
import type { ControlKind } from './control-kind.ts';

/** Whether controls have names: https://www.w3.org/TR/accname-1.2/ */
export class ControlNames {
  /** The elements with ids, which others may refer to. */
  readonly #byId = new Map<string, SourceElement>();
  /** The ids of fields that a label with text names. */
  readonly #labelled = new Set<string>();

  constructor(elements: readonly Placed[]) {
    for (const { element } of elements) {
      const { name, attributes } = element;
      const id = attributes.get('id');
      if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, element);
      const target = name === 'label' ? attributes.get('for') : undefined;
      if (target !== undefined && labelText(element) !== '') this.#labelled.add(target);
    }
  }

  has({ element, around }: Placed, { isField }: ControlKind): boolean {
    const { attributes } = element;
    if (this.#isNamedByOthers(attributes.get('aria-labelledby') ?? '')) return true;
    if (isNamedByAttributes(element)) return true;
    if (!isField && element.name !== 'input' && nameFromContent(element) !== '') return true;
    if (!labelable.has(element.name)) return false;
    const id = attributes.get('id');
    if (id !== undefined && this.#labelled.has(id)) return true;
    const label = around.find(({ name }) => name === 'label');
    return label !== undefined && !isForAnother(label, id) && labelText(label) !== '';
  }

  #isNamedByOthers(ids: string): boolean {
    const named = ids.split(/\s+/).map((id) => this.#byId.get(id));
    return named.some((each) => each !== undefined && textOrLabel(each) !== '');
  }
}

/** The elements that `<label>` names. */
const labelable: ReadonlySet<string> = new Set(
  'button input meter progress select textarea'.split(' '),
);

function isForAnother({ attributes }: SourceElement, id: string | undefined): boolean {
  const target = attributes.get('for');
  return target !== undefined && target !== id;
}

function isNamedByAttributes({ name, attributes }: SourceElement): boolean {
  const type = attributes.get('type')?.trim().toLowerCase();
  const own =
    name === 'input' && type === 'image'
      ? ['alt']
      : name === 'input' && type === 'button'
        ? ['value']
        : name === 'input' || name === 'textarea'
          ? ['placeholder']
          : [];
  return ['aria-label', 'title', ...own].some((each) => attributes.get(each)?.trim());
}

function textOrLabel(element: SourceElement): string {
  return element.attributes.get('aria-label')?.trim() || nameFromContent(element);
}

/** The text of a label, without that of the fields in it. */
function labelText(label: SourceElement): string {
  const own = label.attributes.get('aria-label')?.trim();
  return own || nameFromContent(withoutFields(label));
}

function withoutFields(element: SourceElement): SourceElement {
  const children = element.children.flatMap((child): readonly SourceNode[] => {
    if (isText(child)) return [child];
    return labelable.has(child.name) ? [] : [withoutFields(child)];
  });
  return { ...element, children };
}
