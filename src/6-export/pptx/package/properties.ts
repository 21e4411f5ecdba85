import type { Page } from '../../../model/page.ts';
import { element } from '../xml.ts';
import type { Package } from './package.ts';

/** The file's title, author and dates. */
export function addProperties(
  file: Package,
  { title, lang, author }: Page,
  { keywords, description }: { readonly keywords?: string; readonly description?: string },
  madeAt: number | undefined,
): void {
  const core = element(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    element('dc:title', {}, title),
    author !== undefined && element('dc:creator', {}, author),
    description !== undefined && element('dc:description', {}, description),
    keywords !== undefined && element('cp:keywords', {}, keywords),
    element('dc:language', {}, lang),
    madeAt !== undefined && [dateOf('created', madeAt), dateOf('modified', madeAt)],
  );
  const app = element(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    element('Application', {}, 'Lectern'),
  );
  const types = 'application/vnd.openxmlformats';
  file.relate(
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    file.add('docProps/core.xml', `${types}-package.core-properties+xml`, core),
  );
  file.relate(
    'extended-properties',
    file.add('docProps/app.xml', `${types}-officedocument.extended-properties+xml`, app),
  );
}

function dateOf(name: string, seconds: number) {
  const date = new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
  return element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, date);
}
