import { expect, test } from 'vitest';
import { png } from '../../../support/images.ts';
import {
  body,
  light,
  relation,
  template,
  title,
  usualLayouts,
} from '../../../support/pptx/template.ts';
import { findProblems } from '../check-package.ts';
import { elements, type OpenedFile } from '../opened-file.ts';
import { exportPptx } from '../presentation.ts';

const deck = `---
theme: company.potx
---

## The harvest

- early
- late

---

## Kinds

| Kind | Tons |
|---|---:|
| Boskoop | 12 |
`;

const area = (id: number, color: string, frame: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Area"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>${frame}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></p:spPr></p:sp>`;

const whole = '<a:off x="0" y="0"/><a:ext cx="12192000" cy="6858000"/>';

/** The colors that are stated in the parts whose paths begin with a stem. */
function colorsIn(file: OpenedFile, stem: string, name: string): readonly string[] {
  return file
    .numbered(stem)
    .flatMap((part) => elements(file.xml(part), name))
    .flatMap((each) => elements(each, 'a:solidFill'))
    .flatMap((fill) => [...elements(fill, 'a:srgbClr'), ...elements(fill, 'a:schemeClr')])
    .map(({ attribs }) => attribs.val ?? '');
}

const prompt = (type: string, frame: string, paragraphs: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="${type}"/><p:cNvSpPr/><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>${frame}</a:xfrm></p:spPr><p:txBody><a:bodyPr/>${paragraphs}</p:txBody></p:sp>`;

const line = (properties: string, size: number, color: string): string =>
  `<a:p><a:pPr ${properties}</a:pPr><a:r><a:rPr lang="en-US" sz="${size}"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></a:rPr><a:t>Click to edit</a:t></a:r></a:p>`;

/** As LibreOffice writes templates: without styles, with their looks in the text of the prompts. */
function templateOfPrompts(): Buffer {
  const spaces =
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
  const shapes = [
    area(1, '101040', whole),
    prompt(
      'title',
      '<a:off x="600000" y="400000"/><a:ext cx="10900000" cy="900000"/>',
      line('algn="ctr">', 3300, 'FFFFFF'),
    ),
    prompt(
      'body',
      '<a:off x="600000" y="1600000"/><a:ext cx="10900000" cy="4400000"/>',
      line('marL="432000" indent="-324000"><a:buChar char="*"/>', 2400, 'EEEEEE') +
        line('lvl="1" marL="864000" indent="-324000"><a:buChar char="-"/>', 2100, 'DDDDDD'),
    ),
  ];
  const master = `<p:sldMaster ${spaces}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes.join('')}</p:spTree></p:cSld><p:clrMap ${light}/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>`;
  return template({
    layouts: [{ name: 'Title and Content', type: 'obj', places: [title, body] }],
    files: { 'ppt/slideMasters/slideMaster1.xml': master },
  });
}

test('the looks of prompts are those of slides in a template without styles', async () => {
  const file = await exportPptx(deck, { 'company.potx': templateOfPrompts() });
  const master = file.xml('ppt/slideMasters/slideMaster1.xml');
  const styles = elements(master, 'a:lstStyle').flatMap((list) =>
    list.children.flatMap((level) => ('attribs' in level ? [level] : [])),
  );
  expect(styles.map(({ name, attribs }) => [name, attribs])).toEqual([
    ['a:lvl1pPr', { algn: 'ctr' }],
    ['a:lvl1pPr', { marL: '432000', indent: '-324000' }],
    ['a:lvl2pPr', { marL: '864000', indent: '-324000' }],
  ]);
  expect(colorsIn(file, 'ppt/slideMasters/slideMaster', 'a:defRPr')).toEqual([
    'FFFFFF',
    'EEEEEE',
    'DDDDDD',
  ]);
  expect(elements(master, 'a:buChar').map(({ attribs }) => attribs.char)).toContain('*');
  // The table is as readable as the text.
  expect(new Set(colorsIn(file, 'ppt/slides/slide', 'a:tc'))).not.toContain('tx1');
});

test('shapes of a template that share an id get ids of their own', async () => {
  const file = await exportPptx(deck, { 'company.potx': templateOfPrompts() });
  const master = file.xml('ppt/slideMasters/slideMaster1.xml');
  const ids = elements(master, 'p:cNvPr').map(({ attribs }) => attribs.id);
  expect(ids).toEqual(['1', '3', '2', '4']);
  expect(findProblems(file)).toEqual([]);
});

test('text is readable on an area of a template that covers its background', async () => {
  const card = area(
    80,
    'FFFFFF',
    '<a:off x="400000" y="1400000"/><a:ext cx="11400000" cy="5000000"/>',
  );
  const company = template({
    isDark: true,
    colors: ['202020', 'F0F0F0', ...Array<string>(10).fill('336699')],
    layouts: usualLayouts,
    masterShapes: card,
  });
  const withHeading = deck.replace('- early', '### Picked\n\n- early');
  const file = await exportPptx(withHeading, { 'company.potx': company });
  const [title, list] = file.slides.slice(0, 1).flatMap((slide) => elements(slide, 'p:sp'));
  const colorsOf = (shape: typeof list) =>
    shape && elements(shape, 'a:schemeClr').map(({ attribs }) => attribs.val);
  // Its text is light: on the card it is dark, which slides state, also for headings.
  expect(colorsOf(list)).toEqual(['bg1', 'bg1', 'bg1']);
  expect(colorsOf(title), 'the title is above the card').toEqual([]);
  expect(new Set(colorsIn(file, 'ppt/slides/slide', 'a:tcPr'))).not.toContain('tx1');
  const [, kinds] = file.slides;
  const cells = kinds ? elements(kinds, 'a:tc') : [];
  const texts = cells
    .flatMap((cell) => elements(cell, 'a:rPr'))
    .flatMap((each) => elements(each, 'a:schemeClr'));
  expect(texts.every(({ attribs }) => attribs.val === 'bg1')).toBe(true);
});

test('text is readable on an image in the background of a template', async () => {
  const company = template({
    layouts: usualLayouts,
    background:
      '<p:bg><p:bgPr><a:blipFill><a:blip r:embed="rId901"/><a:stretch><a:fillRect/></a:stretch></a:blipFill><a:effectLst/></p:bgPr></p:bg>',
    masterRelationships: [relation('rId901', 'image', '../media/image1.png')],
    files: { 'ppt/media/image1.png': png(160, 90, 0x10) },
  });
  const file = await exportPptx(deck, { 'company.potx': company });
  const [title, list] = file.slides.slice(0, 1).flatMap((slide) => elements(slide, 'p:sp'));
  const colorsOf = (shape: typeof list) =>
    shape && elements(shape, 'a:schemeClr').map(({ attribs }) => attribs.val);
  // The text of the template is black, and so is the image.
  expect(colorsOf(title)).toEqual(['bg1']);
  expect(colorsOf(list)).toEqual(['bg1', 'bg1']);
});
