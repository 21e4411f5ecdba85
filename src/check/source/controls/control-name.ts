import type { SourceRule } from '../rule.ts';
import { elementsIn, isDecorative, type Placed, type SourceElement } from '../tree/element.ts';
import { controlKind } from './control-kind.ts';
import { ControlNames } from './control-names.ts';

/** Controls without a name, so that a screen reader does not say what they are for. */
export const controlName: SourceRule = ({ parts, add }) => {
  const elements = parts.flatMap(({ of, root }) => (of === 'notes' ? [] : elementsIn(root)));
  const names = new ControlNames(elements);
  for (const placed of elements) {
    const { element } = placed;
    const kind = controlKind(element);
    if (!kind || isSilent(placed) || names.has(placed, kind)) continue;
    const message = `this ${kind.name} has no ${kind.isField ? 'label' : 'text'}`;
    const hint = hintFor(element, kind.isField);
    add({ rule: 'control-name', span: element.span, message, hint, isFailure: true });
  }
};

/** Whether screen readers leave it out. */
function isSilent({ element, around }: Placed): boolean {
  return isDecorative(element) || around.some((outer) => isAriaHidden(outer));
}

function isAriaHidden({ attributes }: SourceElement): boolean {
  return attributes.get('aria-hidden')?.trim().toLowerCase() === 'true';
}

function hintFor({ name, attributes, isHtml }: SourceElement, isField: boolean): string {
  const type = attributes.get('type')?.trim().toLowerCase();
  if (name === 'input' && type === 'image') return 'say in alt="…" what it does';
  if (name === 'input' && !isField) return 'say in value="…" what it does';
  const tag = isHtml ? name : '';
  if (isField) {
    return /^(?:input|select|textarea|meter|progress)$/.test(tag)
      ? `put it into <label>…</label> together with its label, or name it with aria-label="…"`
      : 'name it with aria-label="…"';
  }
  if (tag === '') return 'write its text in the brackets, or name it with aria-label="…"';
  return `write its text between <${tag} …> and </${tag}>; if it is an icon, name it with aria-label="…"`;
}
