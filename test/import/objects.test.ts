import { describe, expect, test } from 'vitest';
import { Report } from '../../src/base/diagnostics/report.ts';
import { importPresentation } from '../../src/import/import-presentation.ts';
import { body, full, imported, left, right } from './imported.ts';
import {
  box,
  frame,
  paragraphs,
  picture,
  placeholder,
  presentation,
  run,
  textBox,
} from './presentation.ts';

describe('tables and charts', () => {
  test('keep cells, headers and alignment; merged cells are named', () => {
    const cell = (text: string, more = '') =>
      `<a:tc ${more}><a:txBody><a:bodyPr/>${text}</a:txBody></a:tc>`;
    const number = (text: string) => cell(`<a:p><a:pPr algn="r"/>${run(text)}</a:p>`);
    const table = `<a:tbl><a:tblPr firstRow="1"/><a:tr>${cell(paragraphs('a|b'))}${cell(paragraphs('c'))}</a:tr><a:tr>${cell(paragraphs('x\ny'))}${number('1')}</a:tr><a:tr>${cell('<a:p/>', 'gridSpan="2"')}${number('2')}</a:tr></a:tbl>`;
    const { text, lost } = imported([
      { shapes: placeholder('title', 'Apples') + frame(5, table, full) },
    ]);
    expect(text).toContain('| a\\|b   | c |\n|--------|--:|\n| x<br>y | 1 |\n|        | 2 |');
    expect(lost).toEqual([
      'slide 1: note: merged cells of a table are single cells [import-changed]',
    ]);
  });

  test('have the values of charts as CSV', () => {
    const text = (values: readonly string[], kind: string) =>
      `<c:${kind}Ref><c:f>A</c:f><c:${kind}Cache>${kind === 'num' ? '<c:formatCode>0%</c:formatCode>' : ''}<c:ptCount val="${values.length}"/>${values.map((value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join('')}</c:${kind}Cache></c:${kind}Ref>`;
    const series = `<c:ser><c:idx val="0"/><c:tx>${text(['sold, all'], 'str')}</c:tx><c:cat>${text(['North', 'South'], 'str')}</c:cat><c:val>${text(['0.25', '0.30000000000000004'], 'num')}</c:val></c:ser>`;
    const chart = `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx><c:rich><a:p>${run('Share')}</a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/>${series}</c:barChart></c:plotArea></c:chart></c:chartSpace>`;
    const shape = frame(
      5,
      '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="c"/>',
      box(838200, 1825625, 9000000, 4000000, 'p:xfrm'),
    );
    const { text: markdown } = imported(
      [
        {
          shapes: placeholder('title', 'Apples') + shape,
          links: { c: ['chart', '../charts/chart1.xml'] },
        },
      ],
      { parts: { 'ppt/charts/chart1.xml': chart } },
    );
    expect(markdown).toContain(
      '```chart bar "Share"\nhorizontal: true\nstacked: true\nformat: percent\n\ncategory,"sold, all"\nNorth,0.25\nSouth,0.3\n```',
    );
  });
});

test('the direction of a deck is that of its text', () => {
  const markdown = (title: string) =>
    importPresentation(
      presentation([{ shapes: placeholder('title', title) }]),
      'a.pptx',
      new Report(),
    ).markdown;
  expect(markdown('תפוחים')).toContain('dir: rtl');
  expect(markdown('Apples')).not.toContain('dir:');
});

test('formulas are TeX', () => {
  const math =
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" Requires="a14"><a14:m><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:f><m:num><m:r><m:t>α</m:t></m:r></m:num><m:den><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:den></m:f></m:oMath></a14:m></mc:Choice><mc:Fallback><a:r><a:t>a/x</a:t></a:r></mc:Fallback></mc:AlternateContent>';
  expect(body(textBox(5, `<a:p>${run('So ')}${math}</a:p>`, full))).toBe(
    'So $\\frac{\\alpha}{x^2}$',
  );
});

test('SmartArt is a list of its texts', () => {
  const point = (id: string, text: string, type = 'node') =>
    `<dgm:pt modelId="${id}" type="${type}"><dgm:t><a:bodyPr/><a:p>${text === '' ? '' : run(text)}</a:p></dgm:t></dgm:pt>`;
  const data = `<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst>${point('0', '', 'doc')}${point('1', 'Pick')}${point('2', 'early')}${point('3', 'Sell')}${point('4', 'twice a year', 'sibTrans')}${point('5', '', 'parTrans')}${point('6', 'Eat', 'asst')}</dgm:ptLst><dgm:cxnLst><dgm:cxn srcId="0" destId="3" srcOrd="1"/><dgm:cxn srcId="0" destId="1" srcOrd="0"/><dgm:cxn srcId="1" destId="2" srcOrd="0"/></dgm:cxnLst></dgm:dataModel>`;
  const ids =
    '<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="d"/>';
  const { text, lost } = imported(
    [
      {
        shapes: placeholder('title', 'Apples') + frame(5, ids, full),
        links: { d: ['diagramData', '../diagrams/data1.xml'] },
      },
    ],
    { parts: { 'ppt/diagrams/data1.xml': data } },
  );
  // Labels of arrows, and points that nothing leads to, come last.
  expect(text).toContain('- Pick\n  - early\n- Sell\n- twice a year\n- Eat');
  expect(lost).toEqual([
    'slide 1: note: a SmartArt graphic is a list of its texts [import-changed]',
  ]);
});

test('slides of which nothing is seen are named', () => {
  const hidden = { shapes: placeholder('title', 'Apples'), attributes: 'show="0"' };
  const { lost } = imported([hidden, { shapes: '' }]);
  expect(lost).toEqual([
    'undefined: warning: talk.pptx has no slides that a deck can show [import-lost]',
  ]);
});

test('what is lost is named with its slide', () => {
  const line =
    '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="7" name="Line"/></p:nvCxnSpPr><p:spPr/></p:cxnSp>';
  const click = `<a:p><a:r><a:rPr><a:hlinkClick r:id="j"/></a:rPr><a:t>here</a:t></a:r></a:p>`;
  const { text, lost } = imported(
    [
      { shapes: placeholder('title', 'Apples') + textBox(5, 'Text', full) },
      {
        shapes:
          placeholder('title', 'Pears') +
          line +
          textBox(5, click, full) +
          picture(6, 'i', right) +
          picture(8, 'gone', left),
        links: { j: ['hyperlink', 'javascript:alert(1)'], i: ['image', '../media/image1.emf'] },
      },
    ],
    { parts: { 'ppt/media/image1.emf': new Uint8Array(200).fill(1) } },
  );
  expect(lost).toEqual([
    'slide 2: note: shapes without text are left out [import-changed]',
    'slide 2: warning: this link leads to nowhere, or does something that is not for a page: javascript:alert(1) [import-lost]',
    'slide 2: warning: what this slide refers to is missing in the file: gone [import-lost]',
    'slide 2: warning: browsers do not show images of this type: the file is there, but not on the slide: media/image1.emf [import-lost]',
  ]);
  expect(text).toContain('here');
  expect(text).not.toContain('javascript');
});
