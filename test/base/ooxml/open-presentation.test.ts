import { describe, expect, test } from 'vitest';
import { openPresentation } from '../../../src/base/ooxml/open-presentation.ts';
import { zip } from '../../support/xlsx.ts';

const types = (type: string): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="${type}"/></Types>`;

const relationships = (target: string): string =>
  `<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="${target}"/></Relationships>`;

const openxml = 'application/vnd.openxmlformats-officedocument';

function presentation(type: string, target = 'ppt/presentation.xml'): Buffer {
  return zip({
    '[Content_Types].xml': types(type),
    '_rels/.rels': relationships(target),
    'ppt/presentation.xml': '<p:presentation xmlns:p="urn:x"/>',
  });
}

const cfb = (name: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(name, 'utf16le'),
  ]);

function messageOf(bytes: Buffer): string {
  try {
    openPresentation(bytes);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('presentations are opened', () => {
  test.each([
    ['a presentation', `${openxml}.presentationml.presentation.main+xml`, false],
    ['a template', `${openxml}.presentationml.template.main+xml`, false],
    ['a show', `${openxml}.presentationml.slideshow.main+xml`, false],
    ['one with macros', 'application/vnd.ms-powerpoint.template.macroEnabled.main+xml', true],
  ])('%s', (_, type, hasMacros) => {
    const opened = openPresentation(presentation(type));
    expect(opened).toMatchObject({ main: 'ppt/presentation.xml', hasMacros });
  });
});

test.each([
  ['an empty file', Buffer.alloc(0), 'is empty'],
  ['one with a password', cfb('EncryptedPackage'), 'is protected by a password'],
  ['an old one', cfb('PowerPoint Document'), 'is a presentation of PowerPoint 97 to 2003 (.ppt)'],
  ['another old file', cfb('WordDocument'), 'is not a PowerPoint file'],
  ['a PDF', Buffer.from('%PDF-1.7'), 'is a PDF'],
  ['text', Buffer.from('# Hello'), 'is not a PowerPoint file'],
  ['half a file', Buffer.from('PK\x03\x04'), 'is damaged or incomplete'],
  ['another archive', zip({ 'a.txt': 'x' }), 'is a ZIP archive without a presentation'],
  [
    'an OpenDocument presentation',
    zip({ mimetype: 'application/vnd.oasis.opendocument.presentation' }),
    'is an OpenDocument presentation',
  ],
  ['a Keynote presentation', zip({ 'Index/Slide.iwa': 'x' }), 'is a Keynote presentation'],
  [
    'a Word document',
    presentation(`${openxml}.wordprocessingml.document.main+xml`),
    'is a Word document',
  ],
  [
    'one without its main part',
    presentation(`${openxml}.presentationml.presentation.main+xml`, 'ppt/other.xml'),
    'is incomplete: ppt/other.xml is missing',
  ],
  [
    'a part outside of the file',
    zip({ '../../evil.xml': 'x' }),
    'contains a part with the unsafe name "../../evil.xml"',
  ],
  [
    'a part on a disk',
    zip({ 'C:\\evil.xml': 'x' }),
    'contains a part with the unsafe name "C:/evil.xml"',
  ],
])('%s is refused by its name', (_, bytes, message) => {
  expect(messageOf(bytes)).toBe(message);
});
