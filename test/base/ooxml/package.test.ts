import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { OoxmlPackage } from '../../../src/base/ooxml/package.ts';
import { childOf, findAll, parseXml } from '../../../src/base/ooxml/xml-tree.ts';
import { zip } from '../../support/xlsx.ts';

const megabyte = 1024 * 1024;

test('relationships lead to parts, and never out of the file', () => {
  const file = new OoxmlPackage(
    zip({
      'ppt/slides/_rels/slide1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="a" Type="http://x/image" Target="../media/image%201.png"/>
        <Relationship Id="b" Type="http://x/slideLayout" Target="/ppt/slideLayouts/one.xml"/>
        <Relationship Id="c" Type="http://x/image" Target="../../../../etc/passwd"/>
        <Relationship Id="d" Type="http://x/hyperlink" Target="https://example.com/a" TargetMode="External"/>
      </Relationships>`,
      'ppt/slideLayouts/one.xml': '<a/>',
    }),
  );
  const found = file.relationships('ppt/slides/slide1.xml');
  expect(found.map(({ id, type, target, isExternal }) => [id, type, target, isExternal])).toEqual([
    ['a', 'image', 'ppt/media/image 1.png', false],
    ['b', 'slideLayout', 'ppt/slideLayouts/one.xml', false],
    ['c', 'image', 'etc/passwd', false],
    ['d', 'hyperlink', 'https://example.com/a', true],
  ]);
  expect(file.related('ppt/slides/slide1.xml', 'slideLayout')).toBe('ppt/slideLayouts/one.xml');
  expect(file.related('ppt/slides/slide1.xml', 'image')).toBeUndefined();
});

test('content types are those of the part, else those of the extension', () => {
  const file = new OoxmlPackage(
    zip({
      '[Content_Types].xml':
        '<Types xmlns="x"><Default Extension="PNG" ContentType="image/png"/><Override PartName="/a/b.png" ContentType="own"/></Types>',
    }),
  );
  expect([file.typeOf('a/b.png'), file.typeOf('c.png'), file.typeOf('d.xml')]).toEqual([
    'own',
    'image/png',
    undefined,
  ]);
});

describe('an archive that unpacks to far more than it is', () => {
  const zeros = new Uint8Array(8 * megabyte);
  const open = (bytes: Uint8Array) => new OoxmlPackage(Buffer.from(bytes), 10 * megabyte);

  test('is refused by its list of parts, before any is unpacked', () => {
    const bomb = zipSync({ 'a.bin': zeros, 'b.bin': zeros });
    expect(bomb.length).toBeLessThan(megabyte);
    expect(() => open(bomb)).toThrow('unpacks to more than 10 MB');
  });

  test('is damaged if the list says less than there is', () => {
    const bomb = Buffer.from(zipSync({ 'a.bin': zeros }));
    bomb.writeUInt32LE(1000, bomb.indexOf('PK\x01\x02') + 24);
    expect(() => open(bomb).bytes('a.bin')).toThrow('is damaged or incomplete');
  });

  test('may be large if it is not packed, as videos are', () => {
    const video = zipSync({ 'a.mp4': [zeros, { level: 0 }] });
    expect(new OoxmlPackage(Buffer.from(video)).bytes('a.mp4')).toHaveLength(8 * megabyte);
  });
});

test('a part that is read often is unpacked once', () => {
  const file = new OoxmlPackage(Buffer.from(zipSync({ 'a.bin': new Uint8Array(megabyte) })));
  const first = file.bytes('a.bin');
  const again = Array.from({ length: 20_000 }, () => file.bytes('A.bin'));
  expect(again.every((bytes) => bytes === first)).toBe(true);
});

test('the elements of several parts are limited together', () => {
  const room = { elements: 5 };
  parseXml('<a><b/><b/></a>', room);
  expect(() => parseXml('<a><b/><b/></a>', room)).toThrow('has too many elements in all');
});

test('the text of one part is limited, too', () => {
  const file = new OoxmlPackage(Buffer.from(zipSync({ 'a.xml': new Uint8Array(65 * megabyte) })));
  expect(() => file.xml('a.xml')).toThrow('has a part with more than 64 MB of text');
});

test('a part whose bytes were changed is damaged', () => {
  const bytes = Buffer.from(
    zipSync({ 'a.xml': [new TextEncoder().encode('<a>hello</a>'), { level: 0 }] }),
  );
  bytes.write('H', bytes.indexOf('hello'));
  expect(() => new OoxmlPackage(bytes).xml('a.xml')).toThrow('is damaged or incomplete');
});

test('names have the usual prefixes, whatever the file declares', () => {
  const strict = parseXml(
    '<x:sld xmlns:x="http://purl.oclc.org/ooxml/presentationml/main"><x:pic><blip xmlns="http://purl.oclc.org/ooxml/drawingml/main" xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships" q:embed="rId2" cstate="print">text</blip></x:pic></x:sld>',
  );
  expect(strict.name).toBe('p:sld');
  const [blip] = findAll(strict, 'a:blip');
  expect(blip).toMatchObject({
    attributes: { 'r:embed': 'rId2', cstate: 'print' },
    text: 'text',
  });
  expect(childOf(strict, 'p:pic')?.children).toHaveLength(1);
});

test('elements know their places in the text', () => {
  const xml = '<?xml version="1.0"?>\n<a><b x="1"/><c>d</c></a>';
  const places = parseXml(xml).children.map(({ start, end }) => xml.slice(start, end));
  expect(places).toEqual(['<b x="1"/>', '<c>d</c>']);
});

test('entities that a part declares are not expanded', () => {
  const xml =
    '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&lt;&b;&c;</a>';
  expect(parseXml(xml).text).toBe('<&b;&c;');
});

test('the time for many namespaces and relationships does not grow with their square', () => {
  const declared = Array.from({ length: 10_000 }, (_, i) => `xmlns:n${i}="n${i}"`).join(' ');
  const { children } = parseXml(`<a ${declared}>${'<b xmlns:c="d"/>'.repeat(10_000)}</a>`);
  expect(children).toHaveLength(10_000);
  const ids = Array.from({ length: 20_000 }, (_, i) => `r${i}`);
  const all = ids.map((id) => `<Relationship Id="${id}" Target="a"/>`).join('');
  const file = new OoxmlPackage(
    zip({ '_rels/a.xml.rels': `<Relationships>${all}</Relationships>`, 'a.xml': '<a/>' }),
  );
  expect(ids.every((id) => file.relationship('a.xml', id)?.id === id)).toBe(true);
});

test.each([
  ['deep nesting', '<a>'.repeat(300), 'is nested deeper than 200 levels'],
  ['a part that is cut off', '<a><b></b>', 'is incomplete: the end of a part is missing'],
  ['a part without elements', 'hello', 'is incomplete: the end of a part is missing'],
  [
    'endless elements',
    `<a>${'<b/>'.repeat(500_001)}</a>`,
    'has a part with more than 500,000 elements',
  ],
])('%s is refused', (_, xml, message) => {
  expect(() => parseXml(xml)).toThrow(message);
});
