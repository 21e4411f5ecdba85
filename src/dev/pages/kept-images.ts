/** Shorter files are sent anew. */
const leastLength = 1000;

/**
 * A slide's HTML without the files that the slide which it replaces holds as well. What stands for each
 * says how long its URL is and how it ends: see `src/runtime/dev/patch/kept-images.ts`.
 */
export function omitKeptImages(html: string, replaced: string): string {
  const known = new Map(urlsIn(replaced).map((url) => [markOf(url), url]));
  if (known.size === 0) return html;
  const urls = urlsIn(html).filter((url) => known.get(markOf(url)) === url);
  return [...new Set(urls)].reduce((text, url) => text.replaceAll(url, markOf(url)), html);
}

/** No HTML that the renderer writes has a NUL in it. */
function markOf(url: string): string {
  return `\0${url.length} ${url.slice(-32)}\0`;
}

function urlsIn(html: string): readonly string[] {
  const urls: string[] = [];
  let end = 0;
  for (;;) {
    const start = html.indexOf('data:', end);
    if (start < 0) return urls;
    end = endOf(html, start);
    if (end - start >= leastLength && isFile.test(html.slice(start, start + 100))) {
      urls.push(html.slice(start, end));
    }
  }
}

const isFile = /^data:[\w.+/-]+;base64,/;

/** Where an attribute ends, or a quotation in one. A pattern that looks for it is slow in megabytes. */
function endOf(html: string, start: number): number {
  const ends = ['"', '&', '<'].map((end) => html.indexOf(end, start));
  return Math.min(...ends.map((end) => (end < 0 ? html.length : end)));
}
