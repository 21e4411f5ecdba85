import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../support/files.ts';
import { lectern } from '../../../support/lectern.ts';
import { relation, template, usualLayouts } from '../../../support/pptx/template.ts';
import { zip } from '../../../support/xlsx.ts';
import { elements } from '../opened-file.ts';
import { exportTo } from '../presentation.ts';

const cfb = (name: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(name, 'utf16le'),
  ]);

const whole = template({ layouts: usualLayouts });

async function refuse(bytes: Uint8Array, name = 'company.potx') {
  const cwd = temporaryFolder({
    'talk.md': `---\ntheme: ${name}\n---\n\n# Apples\n`,
    [name]: bytes,
  });
  return lectern(['build', 'talk.md'], cwd);
}

describe('a template that cannot be used is named at its place, with what is wrong', () => {
  test.each([
    ['encrypted', cfb('EncryptedPackage'), 'is protected by a password'],
    [
      'of PowerPoint 97',
      cfb('PowerPoint Document'),
      'is a presentation of PowerPoint 97 to 2003 (.ppt)',
    ],
    ['cut off', whole.subarray(0, 2000), 'is damaged or incomplete'],
    ['a text', Buffer.from('hello'), 'is not a PowerPoint file'],
    ['without layouts', template({ layouts: [] }), 'has no layouts'],
    [
      'with paths out of it',
      zip({ '../../x': 'x' }),
      'contains a part with the unsafe name "../../x"',
    ],
    [
      'strict',
      template({
        layouts: usualLayouts,
        files: {
          'ppt/presentation.xml':
            '<p:presentation xmlns:p="http://purl.oclc.org/ooxml/presentationml/main"/>',
        },
      }),
      'is in the format "Strict Open XML"',
    ],
    [
      'a bomb',
      template({
        layouts: usualLayouts,
        files: { 'ppt/slideMasters/slideMaster1.xml': new Uint8Array(70 * 1024 * 1024) },
      }),
      'has a part with more than 64 MB of text',
    ],
    [
      'nested without end',
      template({
        layouts: usualLayouts,
        files: { 'ppt/slideMasters/slideMaster1.xml': '<a>'.repeat(100_000) },
      }),
      'is nested deeper than 200 levels',
    ],
  ])('%s', async (_, bytes, message) => {
    const { exitCode, errors } = await refuse(bytes);
    expect(exitCode).toBe(1);
    expect(errors).toContain(`talk.md:2:8: error: "company.potx" ${message}`);
    expect(errors.match(/\[template-file\]/g)).toHaveLength(1);
  });

  test('a .ppt by its name', async () => {
    const { errors } = await refuse(cfb('PowerPoint Document'), 'old.ppt');
    expect(errors).toContain('"old.ppt" is a presentation of PowerPoint 97 to 2003 (.ppt)');
  });
});

test('a template of the command line that is missing is an error, and nothing is written', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# Apples\n' });
  const { exitCode, errors } = await lectern(
    ['export', 'talk.md', '--to', 'pptx', '--template', 'company.potx'],
    cwd,
  );
  expect(exitCode).toBe(1);
  expect(errors).toContain('there is no file "company.potx"');
  expect(() => readFileSync(path.join(cwd, 'dist/talk.pptx'))).toThrow();
});

test.each([
  ['damaged', whole.subarray(0, 2000), '"company.potx" is damaged or incomplete'],
  ['missing', undefined, 'there is no file "company.potx"'],
])('a template that is %s stops PowerPoint files only', async (_, bytes, message) => {
  const cwd = temporaryFolder({
    'talk.md': '---\npptx: {template: company.potx}\n---\n\n# Apples\n',
    ...(bytes && { 'company.potx': bytes }),
  });
  const { exitCode, errors } = await lectern(['export', 'talk.md', '--to', 'notes,pptx'], cwd);
  expect(exitCode).toBe(1);
  expect(errors).toContain(`talk.md:2:18: error: ${message}`);
  expect(readdirSync(path.join(cwd, 'dist'))).toEqual(['talk-notes.md']);
});

test('--template needs a PowerPoint file to write', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# Apples\n' });
  const { exitCode, errors } = await lectern(['export', '--template', 'a.potx', 'talk.md'], cwd);
  expect(exitCode).toBe(2);
  expect(errors).toContain('--template is for PowerPoint files');
});

test('a layout that the template does not have is an error at its place', async () => {
  const source =
    '---\ntheme: company.potx\npptx:\n  layouts: {cover: Title Slyde}\n---\n\n# Apples\n';
  const cwd = temporaryFolder({ 'talk.md': source, 'company.potx': whole });
  const { errors } = await lectern(['build', 'talk.md'], cwd);
  expect(errors).toContain(
    'talk.md:4:20: error: "company.potx" has no layout "Title Slyde" [template-layout]',
  );
  expect(errors).toContain('did you mean "Title Slide"?');
});

test('a font of the template that is not in the page is named', async () => {
  const cwd = temporaryFolder({
    'talk.md': '---\ntheme: company.potx\n---\n\n# Apples\n',
    'company.potx': whole,
  });
  const { errors } = await lectern(['build', 'talk.md'], cwd);
  expect(errors).toContain('"Calibri" is a font of the system');
});

describe('macros and links', () => {
  const link =
    '<p:sp><p:nvSpPr><p:cNvPr id="80" name="Link"><a:hlinkClick r:id="rId950"/></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>';
  const macro = link
    .replace('id="80"', 'id="81"')
    .replace('r:id="rId950"', 'r:id="" action="ppaction://macro?name=Evil"');
  const image =
    '<p:pic><p:nvPicPr><p:cNvPr id="82" name="Far"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:link="rId951"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>';
  const bytes = template({
    layouts: usualLayouts,
    mainType: 'application/vnd.ms-powerpoint.template.macroEnabled.main+xml',
    masterShapes: link + macro + image,
    masterRelationships: [
      relation('rId950', 'hyperlink', 'https://tracker.example/a', true),
      relation('rId951', 'image', 'https://tracker.example/b.png', true),
    ],
    files: { 'ppt/vbaProject.bin': 'macros' },
  });

  test('are left out, and named', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# Apples\n', 'company.potm': bytes });
    const { file, errors } = await exportTo(
      cwd,
      'talk.md',
      '--to',
      'pptx',
      '--template',
      'company.potm',
    );
    expect(file.paths.filter((name) => /vba/i.test(name))).toEqual([]);
    for (const name of file.paths)
      expect(file.text(name)).not.toMatch(/tracker\.example|ppaction:\/\/macro|macroEnabled/);
    const master = file.xml('ppt/slideMasters/slideMaster1.xml');
    const names = elements(master, 'p:cNvPr').map(({ attribs }) => attribs.name);
    expect(names.filter((name) => name === 'Link')).toHaveLength(2);
    expect(names).not.toContain('Far');
    expect(elements(master, 'a:hlinkClick')).toEqual([]);
    expect(errors).toContain(
      'links of "company.potm" are left out: https://tracker.example/a and 1 other [template-content]',
    );
    expect(errors).toContain('"company.potm" has macros, which are left out');
  });
});

test.each([
  ['the list of relationships', '_rels/.rels'],
  ['relationships of another part', 'ppt/theme/_rels/theme1.xml.rels'],
  ['the list of content types', '[Content_Types].xml'],
  ['the main part', 'PPT/presentation.xml'],
])('%s cannot be copied as an image of a master', async (_, part) => {
  const cwd = temporaryFolder({
    'talk.md': '# Apples\n',
    'company.potx': template({
      layouts: usualLayouts,
      masterRelationships: [relation('rId950', 'image', `/${encodeURI(part)}`)],
      files: { 'ppt/theme/_rels/theme1.xml.rels': '<Relationships/>' },
    }),
  });
  const { exitCode, errors } = await lectern(
    ['export', 'talk.md', '--to', 'pptx', '--template', 'company.potx'],
    cwd,
  );
  expect(exitCode).toBe(1);
  expect(errors).toContain(`"company.potx" uses "${part}" as a part of a slide`);
  expect(() => readFileSync(path.join(cwd, 'dist/talk.pptx'))).toThrow();
});

test('the slides of a presentation that is used as a template are not in the file', async () => {
  const files = {
    'ppt/slides/slide1.xml':
      '<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>',
    'ppt/secret.bin': 'secret',
  };
  const cwd = temporaryFolder({
    'talk.md': '# Apples\n',
    'company.pptx': template({ layouts: usualLayouts, files }),
  });
  const { file } = await exportTo(cwd, 'talk.md', '--to', 'pptx', '--template', 'company.pptx');
  expect(file.paths).not.toContain('ppt/secret.bin');
  expect(file.slides).toHaveLength(1);
});
