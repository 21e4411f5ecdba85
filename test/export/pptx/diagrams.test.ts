import type { Document, Element } from 'domhandler';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/files.ts';
import { elements, textOf } from './opened-file.ts';
import { exportPptx, exportTo } from './presentation.ts';

/** The slides of a deck with one diagram on each, exported where no browser is, and what was said. */
async function exportDiagrams(...diagrams: readonly string[]) {
  const slides = diagrams.map((text) => `## A diagram\n\n\`\`\`mermaid${text}\n\`\`\`\n`);
  const cwd = temporaryFolder({ 'talk.md': slides.join('\n---\n\n') });
  const { file, errors } = await exportTo(cwd, 'talk.md', '--browser', '/nowhere/chrome');
  expect(errors).not.toContain('pptx-image');
  expect(errors).not.toContain('pptx-content');
  return file.slides;
}

/** The texts of shapes with a form, by their ids. */
function boxesIn(slide: Document): ReadonlyMap<string, string> {
  return new Map(elements(slide, 'p:sp').map((shape) => [idOf(shape), textOf(shape)]));
}

function idOf(shape: Element): string {
  return elements(shape, 'p:cNvPr')[0]?.attribs.id ?? '';
}

function formsIn(slide: Document): readonly string[] {
  const group = elements(slide, 'p:grpSp')[0];
  return elements(group ?? slide, 'a:prstGeom').map(({ attribs }) => attribs.prst ?? '');
}

/** The texts of the boxes that connectors hold on to, and their forms. */
function connectorsIn(slide: Document): readonly string[] {
  const boxes = boxesIn(slide);
  return elements(slide, 'p:cxnSp').map((connector) => {
    const ends = ['a:stCxn', 'a:endCxn'].map((name) => {
      const { id } = elements(connector, name)[0]?.attribs ?? {};
      return id === undefined ? '' : (boxes.get(id) ?? '?');
    });
    return `${ends.join(' > ')} ${elements(connector, 'a:prstGeom')[0]?.attribs.prst}`;
  });
}

test('boxes of flowcharts are shapes with their text, and edges are connectors that hold on to them', async () => {
  const [slide] = await exportDiagrams(
    '\nflowchart LR\n  A[One] --> B{Two}\n  B -- yes --> C[(Three)]\n  B --> D([Four])\n',
  );
  if (!slide) throw new Error('no slide');
  expect(formsIn(slide)).toEqual(expect.arrayContaining(['roundRect', 'diamond', 'can']));
  expect(connectorsIn(slide)).toEqual([
    'One > Two straightConnector1',
    'Two > Three curvedConnector3',
    'Two > Four curvedConnector3',
  ]);
  expect([...boxesIn(slide).values()]).toEqual(
    expect.arrayContaining(['One', 'Two', 'Three', 'Four', 'yes']),
  );
  const [arrow] = elements(slide, 'a:tailEnd');
  expect(arrow?.attribs.type).toBe('triangle');
});

test('a diagram is one group with a text alternative, in the colors of the theme', async () => {
  const [slide] = await exportDiagrams('\nflowchart LR\n  A --> B\n');
  const groups = slide ? elements(slide, 'p:grpSp') : [];
  expect(groups).toHaveLength(1);
  expect(slide && elements(slide, 'p:pic')).toEqual([]);
  const [group] = groups;
  expect(group && elements(group, 'p:cNvPr')[0]?.attribs.descr).toContain('Flowchart');
  const colors = group ? elements(group, 'a:schemeClr').map(({ attribs }) => attribs.val) : [];
  expect(new Set(colors)).toEqual(new Set(['tx1', 'tx2']));
  expect(group && elements(group, 'a:srgbClr')).toEqual([]);
});

test('the author’s colors and styles are kept', async () => {
  const [slide] = await exportDiagrams(
    '\nflowchart LR\n  A["`**Bold** text`"] -.-> B\n  A ==> C\n  style A fill:#112233,stroke:#445566\n',
  );
  if (!slide) throw new Error('no slide');
  const box = elements(slide, 'p:sp').find((shape) => textOf(shape) === 'Bold text');
  const colors = box ? elements(box, 'a:srgbClr').map(({ attribs }) => attribs.val) : [];
  expect(colors).toEqual(expect.arrayContaining(['112233', '445566', 'FFFFFF']));
  expect(box && elements(box, 'a:rPr').map(({ attribs }) => attribs.b)).toContain('1');
  expect(elements(slide, 'a:prstDash').map(({ attribs }) => attribs.val)).toEqual(['sysDot']);
});

test('classes have compartments, and heads that lines do not have are shapes', async () => {
  const [slide] = await exportDiagrams(
    '\nclassDiagram\n  Animal <|-- Duck\n  Animal : +int age\n  Animal "1" --> "many" Egg\n',
  );
  const texts = slide ? [...boxesIn(slide).values()] : [];
  expect(texts).toEqual(expect.arrayContaining(['Animal', '+int age', 'Duck', 'Egg', '1', 'many']));
  expect(slide && elements(slide, 'a:close')).toHaveLength(1);
});

test('sequence diagrams have participants, lifelines, messages, notes and frames', async () => {
  const [slide] = await exportDiagrams(
    '\nsequenceDiagram\n  actor A as Ann\n  participant B as Bob\n  A->>+B: Hello\n  B-->>-A: Hi\n  B->>B: Think\n  alt good\n    A-xB: Lost\n  else bad\n    Note over A,B: A note\n  end\n',
  );
  if (!slide) throw new Error('no slide');
  const texts = [...boxesIn(slide).values()];
  const expected = [
    'Ann',
    'Bob',
    'Hello',
    'Hi',
    'Think',
    'alt',
    '[good]',
    'Lost',
    '[bad]',
    'A note',
  ];
  expect(texts).toEqual(expect.arrayContaining(expected));
  const heads = elements(slide, 'a:tailEnd').map(({ attribs }) => attribs.type);
  expect(heads).toEqual(['triangle', 'triangle', 'triangle']);
});

test('steps are groups that appear one after the other', async () => {
  const [slide] = await exportDiagrams(' steps=nodes\nflowchart LR\n  A --> B --> C\n');
  if (!slide) throw new Error('no slide');
  const groups = elements(slide, 'p:grpSp');
  expect(groups.map((group) => textOf(group))).toEqual(['A', 'B', 'C']);
  const targets = elements(slide, 'p:spTgt').map(({ attribs }) => attribs.spid);
  expect(targets).toEqual(groups.slice(1).map(idOf));
});

test('diagrams with icons are images, with a note', async () => {
  const deck = '## A\n\n```mermaid\nflowchart LR\n  A[fa:fa-car Car] --> B\n```\n';
  const { file, errors } = await exportTo(temporaryFolder({ 'talk.md': deck }), 'talk.md');
  expect(errors).toContain('talk.md:3:1: note: diagrams of this type');
  const [slide] = file.slides;
  expect(slide && elements(slide, 'p:pic')).toHaveLength(1);
});

test('a diagram that is an image is in the middle, also above a text', async () => {
  const source = '```dot\ndigraph { a -> b }\n```';
  const { slides } = await exportPptx(`# T\n\n---\n\n## Dot\n\n${source}\n\nText below\n`);
  const [picture] = slides[1] ? elements(slides[1], 'p:pic') : [];
  const [place] = picture ? elements(picture, 'a:off') : [];
  const [size] = picture ? elements(picture, 'a:ext').filter(({ attribs }) => attribs.cx) : [];
  const middle = Number(place?.attribs.x) + Number(size?.attribs.cx) / 2;
  expect(Math.abs(middle - 12192000 / 2)).toBeLessThan(10);
});
