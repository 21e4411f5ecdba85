import { escapeHtml } from '../../base/html.ts';
import type { PrintedDeck } from './printed-deck.ts';
import { pdfDate, pdfText } from './text.ts';

/** The document information dictionary, which older readers use. */
export function writeInfo(deck: PrintedDeck, producer: string, madeAt: number | undefined): string {
  const { title, author, description, keywords, generator } = deck;
  const texts = {
    Title: title,
    Author: author,
    Subject: description,
    Keywords: keywords,
    Creator: generator,
    Producer: producer,
  };
  const entries = Object.entries(texts).flatMap(([key, text]) =>
    text ? [`/${key} ${pdfText(text)}`] : [],
  );
  const date = madeAt === undefined ? undefined : pdfDate(madeAt);
  if (date) entries.push(`/CreationDate ${date}`, `/ModDate ${date}`);
  return `<<${entries.join('\n')}>>`;
}

/**
 * The same as XMP, which newer readers use: https://developer.adobe.com/xmp/docs/XMPNamespaces
 *
 * @param isAccessible whether the file may claim PDF/UA-1
 */
export function writeXmp(
  deck: PrintedDeck,
  producer: string,
  madeAt: number | undefined,
  isAccessible: boolean,
): string {
  const { title, author, description, keywords, generator, lang } = deck;
  const date = madeAt === undefined ? undefined : new Date(madeAt * 1000).toISOString();
  const properties = [
    element('dc:format', 'application/pdf'),
    element('dc:title', list('Alt', [title], ' xml:lang="x-default"')),
    author && element('dc:creator', list('Seq', [author])),
    description && element('dc:description', list('Alt', [description], ' xml:lang="x-default"')),
    keywords && element('dc:subject', list('Bag', keywords.split(/\s*,\s*/))),
    element('dc:language', list('Bag', [lang])),
    keywords && element('pdf:Keywords', escapeHtml(keywords)),
    element('pdf:Producer', escapeHtml(producer)),
    element('xmp:CreatorTool', escapeHtml(generator)),
    isAccessible && element('pdfuaid:part', '1'),
    date && element('xmp:CreateDate', date) + element('xmp:ModifyDate', date),
  ];
  const namespaces = [
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"',
  ];
  const rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ${rdf}>
<rdf:Description rdf:about="" ${namespaces.join(' ')}>
${properties.filter(Boolean).join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

function list(kind: 'Alt' | 'Bag' | 'Seq', items: readonly string[], attributes = ''): string {
  const rows = items.map((item) => `<rdf:li${attributes}>${escapeHtml(item)}</rdf:li>`);
  return element(`rdf:${kind}`, rows.join(''));
}
