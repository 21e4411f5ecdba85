import { describe, expect, test } from 'vitest';
import { Report } from '../../src/base/diagnostics/report.ts';
import { importPresentation } from '../../src/import/import-presentation.ts';
import { png } from '../support/images.ts';
import {
  box,
  frame,
  paragraphs,
  picture,
  placeholder,
  presentation,
  run,
  type SlideParts,
  textBox,
} from './presentation.ts';

const left = box(838200, 1825625, 5000000, 4000000);
const right = box(6350000, 1825625, 5000000, 4000000);
const full = box(838200, 1825625, 10515600, 4000000);

/** The Markdown of slides without the front matter, and what is lost. */
function imported(slides: readonly SlideParts[], extras: Parameters<typeof presentation>[1] = {}) {
  const report = new Report();
  const deck = importPresentation(presentation(slides, extras), 'talk.pptx', report);
  return {
    text: deck.markdown.replace(/^---\n[\s\S]*?\n---\n\n/, ''),
    files: deck.files.map(({ path }) => path),
    lost: report.diagnostics.map(
      ({ span, severity, message, code }) => `${span?.cell}: ${severity}: ${message} [${code}]`,
    ),
  };
}

/** The Markdown of shapes below a title. */
function body(shapes: string, more: Partial<SlideParts> = {}): string {
  const { text } = imported([{ shapes: placeholder('title', 'Apples') + shapes, ...more }]);
  return text.replace(/^(?:<!--[\s\S]*?-->\n\n)?# Apples\n\n/, '').trimEnd();
}

describe('text', () => {
  test('has the levels and bullets that its placeholder inherits', () => {
    const text = `<a:p>${run('Pick')}</a:p><a:p><a:pPr lvl="1"/>${run('early')}</a:p><a:p>${run('Sell')}</a:p><a:p><a:pPr><a:buNone/></a:pPr>${run('Plain')}</a:p>`;
    expect(body(placeholder('body', text, '', 1))).toBe('- Pick\n  - early\n- Sell\n\nPlain');
  });

  test('is numbered from where it starts', () => {
    const item = (text: string) =>
      `<a:p><a:pPr><a:buAutoNum type="arabicPeriod" startAt="3"/></a:pPr>${run(text)}</a:p>`;
    expect(body(placeholder('body', item('Pick') + item('Sell'), '', 1))).toBe('3. Pick\n4. Sell');
  });

  test('keeps bold, italic, strike, scripts, code and breaks', () => {
    const text = `<a:p>${run('A ')}${run('bold ', 'b="1"')}${run('both', 'b="1" i="1"')}${run(' H')}${run('2', 'baseline="-25000"')}${run('O ')}<a:r><a:rPr><a:latin typeface="Consolas"/></a:rPr><a:t>a_b</a:t></a:r>${run(' ')}${run('old', 'strike="sngStrike"')}<a:br/>${run('next')}</a:p>`;
    expect(body(textBox(5, text, full))).toBe('A **bold *both*** H~2~O `a_b` ~~old~~\\\nnext');
  });

  test('in a font of fixed width is code, with its blank lines', () => {
    const line = (text: string) =>
      `<a:p><a:r><a:rPr><a:latin typeface="Courier New"/></a:rPr><a:t>${text}</a:t></a:r></a:p>`;
    const code = `${line('if (a) {')}<a:p/>${line('  b();')}${line('}')}`;
    expect(body(textBox(5, code, full))).toBe('```\nif (a) {\n\n  b();\n}\n```');
  });

  test('never becomes syntax', () => {
    const text =
      '# 1 * 2 * 3\n- a [b](c) {.d}\n$1 and $2, ~3 and ~4\nNote: a *b* &lt;i&gt; `c`\n. . .\n::left::\n{{n}} :apple:';
    const written = body(textBox(5, text, full));
    expect(written.split('\n\n')).toEqual([
      '\\# 1 * 2 * 3',
      '\\- a &#91;b&#93;(c) \\{.d}',
      '\\$1 and \\$2, \\~3 and \\~4',
      'Note\\: a \\*b\\* \\<i> \\`c\\`',
      '\\. . .',
      ':\\:left::',
      '\\{\\{n}} \\:apple:',
    ]);
  });

  test('next to other text is marked so that it is read as marked', () => {
    const text = `<a:p>${run('a')}${run('-b-', 'b="1"')}${run('c ')}${run('(d)', 'i="1"')}${run(' 🍎')}${run('🍐', 'b="1"')}</a:p>`;
    expect(body(textBox(5, text, full))).toBe('a<strong>-b-</strong>c *(d)* 🍎<strong>🍐</strong>');
  });

  test('with addresses keeps them whole', () => {
    const text = `<a:p>${run('See https://example.org/~a_b/*c* now')}</a:p>`;
    expect(body(textBox(5, text, full))).toBe('See <https://example.org/~a_b/*c*> now');
  });

  test('in groups is where the group has it', () => {
    const group = `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" name="Group"/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="6350000" y="1825625"/><a:ext cx="5000000" cy="4000000"/><a:chOff x="0" y="0"/><a:chExt cx="100" cy="100"/></a:xfrm></p:grpSpPr>${textBox(6, 'In a group', box(0, 0, 100, 100))}</p:grpSp>`;
    expect(body(textBox(5, 'Alone', left) + group)).toBe(
      '::left::\n\nAlone\n\n::right::\n\nIn a group',
    );
  });
});

describe('places', () => {
  test('next to each other are columns', () => {
    const third = (at: number, text: string) =>
      textBox(at, text, box(838200 + at * 3600000, 1825625, 3200000, 2000000));
    const [outer, inner] = [':::', '::::'];
    expect(body(third(0, 'Red') + third(1, 'Green') + third(2, 'Blue'))).toBe(
      [
        `${outer} columns`,
        ...['Red', 'Green', 'Blue'].flatMap((text) => [`${inner} column`, text, inner]),
        outer,
      ].join('\n'),
    );
  });

  test('below each other are read from the top, whatever their order in the file', () => {
    const lower = textBox(5, 'Second', box(838200, 4000000, 10000000, 1000000));
    expect(body(lower + textBox(6, 'First', box(838200, 2000000, 10000000, 1000000)))).toBe(
      'First\n\nSecond',
    );
  });

  test('of an image and a text need no columns', () => {
    const links = { i: ['image', '../media/image1.png'] } as const;
    const shapes = textBox(5, 'Blossom', left) + picture(6, 'i', right, 'A tree');
    const { text, files } = imported([{ shapes: placeholder('title', 'Apples') + shapes, links }], {
      parts: { 'ppt/media/image1.png': png(8, 8) },
    });
    expect(text).toContain('Blossom\n\n![A tree](media/image1.png)');
    expect(files).toEqual(['media/image1.png']);
  });
});

describe('slides', () => {
  test('keep their titles, notes, links and being hidden', () => {
    const { text } = imported([
      {
        shapes: placeholder('ctrTitle', 'Apples') + placeholder('subTitle', 'A talk', '', 1),
        layout: 'title',
      },
      {
        shapes:
          placeholder('title', 'Pears') +
          textBox(
            5,
            `<a:p><a:r><a:rPr><a:hlinkClick r:id="w"/></a:rPr><a:t>web</a:t></a:r>${run(' or ')}<a:r><a:rPr><a:hlinkClick r:id="s" action="ppaction://hlinksldjump"/></a:rPr><a:t>start</a:t></a:r></a:p>`,
            full,
          ),
        links: { w: ['hyperlink', 'https://example.org/a'], s: ['slide', 'slide1.xml'] },
        notes: 'Say *it*.',
      },
      { shapes: placeholder('title', 'Plums'), layout: 'secHead', attributes: 'show="0"' },
    ]);
    expect(text).toBe(`# Apples

A talk

---

## Pears

[web](https://example.org/a) or [start](#apples)

::: notes
Say \\*it\\*.
:::

---
hide: true
---

## Plums
`);
  });

  test('have titles without placeholders, and statements', () => {
    const sized = (id: number, text: string, size: number, y: number) =>
      textBox(id, `<a:p>${run(text, `sz="${size}"`)}</a:p>`, box(838200, y, 9000000, 700000));
    const { text } = imported([
      { shapes: sized(5, 'Large', 4000, 400000) + sized(6, 'Small', 1800, 2000000) },
      { shapes: sized(5, 'Said in one line.', 2000, 3000000) },
    ]);
    expect(text).toBe('# Large\n\nSmall\n\n---\nlayout: statement\n---\n\nSaid in one line.\n');
  });

  test('that an image covers have it as background', () => {
    const cover = picture(6, 'i', box(0, 0, 12192000, 6858000));
    const links = { i: ['image', '../media/image1.png'] } as const;
    const { text } = imported(
      [{ shapes: placeholder('title', 'Apples') + cover + textBox(5, 'Text', full), links }],
      { parts: { 'ppt/media/image1.png': png(8, 8) } },
    );
    expect(text).toContain('background: media/image1.png\n');
    expect(text).not.toContain('![');
  });

  test('have the colors and images of their backgrounds', () => {
    const color =
      '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></p:bgPr></p:bg>';
    const image = '<p:bg><p:bgPr><a:blipFill><a:blip r:embed="i"/></a:blipFill></p:bgPr></p:bg>';
    const shapes = placeholder('title', 'Apples') + textBox(5, 'Text', full);
    const links = { i: ['image', '../media/image1.png'] } as const;
    const { text } = imported(
      [
        { shapes, background: color },
        { shapes, background: image, links },
      ],
      { parts: { 'ppt/media/image1.png': png(8, 8) } },
    );
    expect(text).toContain('background: "#336699"');
    expect(text).toContain('background: media/image1.png');
  });

  test('appear in steps', () => {
    const effect = (target: string, node: string) =>
      `<p:par><p:cTn presetID="1" presetClass="entr" nodeType="${node}"><p:childTnLst><p:set><p:cBhvr><p:tgtEl><p:spTgt spid="${target}</p:spTgt></p:tgtEl></p:cBhvr></p:set></p:childTnLst></p:cTn></p:par>`;
    const item = (at: number) => `5"><p:txEl><p:pRg st="${at}" end="${at}"/></p:txEl>`;
    const after = `<p:timing><p:tnLst><p:par><p:cTn nodeType="tmRoot"><p:childTnLst><p:seq><p:cTn nodeType="mainSeq"><p:childTnLst>${effect(item(0), 'clickEffect')}${effect(item(1), 'clickEffect')}${effect('6">', 'clickEffect')}</p:childTnLst></p:cTn></p:seq></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>`;
    const list = `<a:p><a:pPr><a:buChar char="•"/></a:pPr>${run('One')}</a:p><a:p><a:pPr><a:buChar char="•"/></a:pPr>${run('Two')}</a:p>`;
    const shapes =
      textBox(5, list, box(838200, 1825625, 10515600, 1500000)) +
      textBox(6, 'Three', box(838200, 4000000, 10515600, 1000000));
    expect(body(shapes, { after })).toBe('::: incremental\n- One\n- Two\n\n:::\n\n. . .\n\nThree');
  });
});

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
  const data = `<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst>${point('0', '', 'doc')}${point('1', 'Pick')}${point('2', 'early')}${point('3', 'Sell')}</dgm:ptLst><dgm:cxnLst><dgm:cxn srcId="0" destId="3" srcOrd="1"/><dgm:cxn srcId="0" destId="1" srcOrd="0"/><dgm:cxn srcId="1" destId="2" srcOrd="0"/></dgm:cxnLst></dgm:dataModel>`;
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
  expect(text).toContain('- Pick\n  - early\n- Sell');
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
