import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../support/files.ts';
import { lectern } from '../../../support/lectern.ts';
import { template } from '../../../support/pptx/template.ts';
import { elements, textOf } from '../opened-file.ts';
import { exportPptx } from '../presentation.ts';

const spaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

const shape = (id: number, place: string, frame: string, paragraphs: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Place ${id}"/><p:cNvSpPr/><p:nvPr><p:ph ${place}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>${frame}</a:xfrm></p:spPr><p:txBody><a:bodyPr/>${paragraphs}</p:txBody></p:sp>`;

const line = (properties: string, color: string, more = ''): string =>
  `<a:p><a:pPr ${properties}/><a:endParaRPr lang="en-US" sz="2400"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill>${more}</a:endParaRPr></a:p>`;

const tree = (shapes: string): string =>
  `<p:cSld name="Two"><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes}</p:spTree></p:cSld>`;

const area = (x: number): string =>
  `<a:off x="${x}" y="1600000"/><a:ext cx="5300000" cy="4400000"/>`;
const top = '<a:off x="600000" y="400000"/><a:ext cx="10900000" cy="900000"/>';
const mark = '<a:highlight><a:srgbClr val="FFFFFF"/></a:highlight>';

/** As LibreOffice writes templates: looks in prompts, those of layouts on one level, and places without numbers. */
function templateOfPrompts(): Buffer {
  const outline =
    line('marL="400000" algn="ctr"', 'DDDDDD') + line('lvl="1" marL="800000" algn="ctr"', 'DDDDDD');
  const master = `<p:sldMaster ${spaces}>${tree(shape(2, 'type="title"', top, line('algn="l"', '000000')) + shape(3, 'type="body"', area(600000), outline))}<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>`;
  const prompt = line('algn="r"', '000000', mark);
  const layout = `<p:sldLayout ${spaces}>${tree(shape(2, 'type="title"', top, line('algn="l"', '000000')) + shape(3, '', area(600000), prompt) + shape(4, '', area(6200000), prompt))}</p:sldLayout>`;
  return template({
    layouts: [{ name: 'Two', places: [] }],
    files: {
      'ppt/slideMasters/slideMaster1.xml': master,
      'ppt/slideLayouts/slideLayout1.xml': layout,
    },
  });
}

const deck = `---
theme: company.potx
---

## Columns

::left::

- one \`code\`
  - nested

::right::

- two
`;

test('columns, nested items and code keep apart in a template of prompts', async () => {
  const file = await exportPptx(deck, { 'company.potx': templateOfPrompts() });
  const [slide] = file.slides;
  if (!slide) throw new Error('no slide');
  const boxes = elements(slide, 'p:sp')
    .filter((each) => /^(?:one|two)/.test(textOf(each)))
    .map((each) => elements(each, 'a:off')[0]?.attribs.x);
  // The second place has no number of its own: text without a placeholder, inside its insets.
  expect(boxes).toEqual(['600000', '6291440']);
  const layout = file.xml('ppt/slideLayouts/slideLayout1.xml');
  const [second] = elements(layout, 'a:lvl2pPr');
  expect(second?.attribs).toEqual({ algn: 'r' });
  expect(second && elements(second, 'a:srgbClr')[0]?.attribs.val).toBe('000000');
  const code = elements(slide, 'a:r').find((run) => textOf(run) === 'code');
  expect(code && elements(code, 'a:solidFill')).toHaveLength(1);
});

test('an SVG image of a template that cannot be read is named as that', async () => {
  const picture =
    '<p:bg><p:bgPr><a:blipFill><a:blip r:embed="i"/><a:stretch/></a:blipFill><a:effectLst/></p:bgPr></p:bg>';
  const company = template({
    background: picture,
    masterRelationships: [
      '<Relationship Id="i" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/wave.svg"/>',
    ],
    types: '<Default Extension="svg" ContentType="image/svg+xml"/>',
    layouts: [{ name: 'Only', places: [{ type: 'title', box: [4, 4, 90, 20] }] }],
    files: { 'ppt/media/wave.svg': 'no drawing' },
  });
  const cwd = temporaryFolder({
    'company.potx': company,
    'talk.md': '---\ntheme: company.potx\n---\n\n# T\n',
  });
  const { errors } = await lectern(['build', 'talk.md'], cwd);
  expect(errors).toContain('cannot read the vector image "wave.svg" of "company.potx"');
});
