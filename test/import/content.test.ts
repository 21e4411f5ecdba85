import { describe, expect, test } from 'vitest';
import { png } from '../support/images.ts';
import { body, full, imported, left, right } from './imported.ts';
import { box, picture, placeholder, run, textBox } from './presentation.ts';

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

  test('without right-to-left words does not change its direction', () => {
    const text = `<a:p>${run('pay\u202e001')}${run('\u202c now')}</a:p>`;
    expect(body(textBox(5, text, full))).toBe('pay001 now');
    const arabic = `<a:p>${run('\u2067')}${run('سلام')}${run('\u2069')}</a:p>`;
    expect(body(textBox(5, arabic, full))).toBe('\u2067سلام\u2069');
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
        notesShapes:
          textBox(9, `<a:p>${run('Next to the notes')}</a:p>`, full) +
          placeholder('ftr', 'Confidential', '', 2),
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

Next to the notes
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
