import type { Template } from '../../../1-load/template/open-template.ts';
import { childOf } from '../../../base/ooxml/xml-tree.ts';
import { Package } from '../package/package.ts';
import { element, slideNamespaces, type Xml } from '../xml.ts';
import { TemplateParts } from './copy-parts.ts';
import { writeElement } from './write-tree.ts';

const mainType = 'application/vnd.openxmlformats-officedocument.presentationml.template.main+xml';

/**
 * Writes the masters and layouts of a presentation as a template without slides, notes and macros.
 *
 * @throws ArchiveError | PresentationError if a part is damaged
 */
export function writeTemplate(template: Template): Buffer {
  const { file, main } = template;
  const parts = new Package();
  const root = parts.add('ppt/presentation.xml', mainType);
  parts.relate('officeDocument', root);
  const copies = new TemplateParts(template, parts);
  const source = file.xml(main);
  const masters = copies
    .copyMasters()
    .map(({ part, id }) =>
      element('p:sldMasterId', { id, 'r:id': root.relate('slideMaster', part) }),
    );
  for (const type of ['theme', 'tableStyles']) {
    const part = copies.copyRelated(type);
    if (part) root.relate(type, part);
  }
  const own = (name: string): Xml | undefined => {
    const found = childOf(source, name);
    return found && writeElement(found);
  };
  root.content = element(
    'p:presentation',
    slideNamespaces,
    element('p:sldMasterIdLst', {}, masters),
    own('p:sldSz') ?? element('p:sldSz', { cx: 12192000, cy: 6858000 }),
    own('p:notesSz') ?? element('p:notesSz', { cx: 6858000, cy: 9144000 }),
    own('p:defaultTextStyle'),
  );
  return parts.zip();
}
