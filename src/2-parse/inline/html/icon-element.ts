import type { HtmlPart } from '../../../model/inline.ts';
import type { Span } from '../../../model/source.ts';
import type { Source } from '../../source.ts';
import { isIconName } from '../icon-name.ts';

/** The element for icons in HTML, as the web component of Iconify has it: `<iconify-icon icon="lucide:sun">`. */
export const iconElement = 'iconify-icon';

/**
 * Reads an icon in HTML.
 *
 * @param attributes by name
 * @param span of the icon's name, or of the element
 */
export function parseIconElement(
  attributes: ReadonlyMap<string, string>,
  span: Span,
  { findings, file, report }: Source,
): readonly HtmlPart[] {
  const written = attributes.get('icon')?.trim() ?? '';
  const name = written.replace(':', '-').toLowerCase();
  if (!isIconName(name)) {
    const hint = 'write the set and the name: <iconify-icon icon="lucide:sun">';
    report.add('attribute-invalid', span, `"${written}" is not the name of an icon`, hint);
    return [];
  }
  findings.icons.push({ name, from: file.realPath, span });
  const classes = (attributes.get('class') ?? '').split(/\s+/).filter(Boolean);
  return [{ kind: 'icon', name, attributes: { classes, values: new Map() } }];
}
