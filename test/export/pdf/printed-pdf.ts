/** An object of a PDF: its text, or the dictionary and the bytes of a stream. */
type Written = string | readonly [dictionary: string, stream: string | Buffer];

/** A PDF as Chromium writes it. Object 1 is its information dictionary, object 2 its catalog. */
export function printedPdf(objects: readonly Written[]): Buffer {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${typeof object === 'string' ? object : streamOf(object)}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`;
  const trailer = `trailer\n<</Size ${size}\n/Root 2 0 R\n/Info 1 0 R>>`;
  return Buffer.from(`${file}${table}${trailer}\nstartxref\n${file.length}\n%%EOF\n`, 'latin1');
}

function streamOf([dictionary, stream]: Exclude<Written, string>): string {
  return `${dictionary} stream\n${typeof stream === 'string' ? stream : stream.toString('latin1')}\nendstream`;
}
