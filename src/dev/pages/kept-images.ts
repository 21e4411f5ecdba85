/** Shorter URLs are sent again. */
const minLength = 1000;

/**
 * Omits the embedded files of a slide's HTML that the replaced slide contains too. Each is replaced by
 * a placeholder with the length and the end of its URL: see `src/runtime/dev/patch/kept-images.ts`.
 */
export function omitKeptImages(html: string, replaced: string): string {
  const known = new Map(urlsIn(replaced).map((url) => [placeholderOf(url), url]));
  if (known.size === 0) return html;
  const urls = urlsIn(html).filter((url) => known.get(placeholderOf(url)) === url);
  return [...new Set(urls)].reduce((text, url) => text.replaceAll(url, placeholderOf(url)), html);
}

/** Rendered HTML contains no NUL. */
function placeholderOf(url: string): string {
  return `\0${url.length} ${url.slice(-32)}\0`;
}

function urlsIn(html: string): readonly string[] {
  const urls: string[] = [];
  let end = 0;
  for (;;) {
    const start = html.indexOf('data:', end);
    if (start < 0) return urls;
    end = endOf(html, start);
    if (end - start >= minLength && isFile.test(html.slice(start, start + 100))) {
      urls.push(html.slice(start, end));
    }
  }
}

const isFile = /^data:[\w.+/-]+;base64,/;

/** The end of a URL in an attribute. Searching megabytes with a regular expression is slow. */
function endOf(html: string, start: number): number {
  const ends = ['"', '&', '<'].map((end) => html.indexOf(end, start));
  return Math.min(...ends.map((end) => (end < 0 ? html.length : end)));
}
