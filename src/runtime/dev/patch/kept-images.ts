/**
 * Restores the data URLs that were omitted from a slide's HTML, from the slide that it replaces.
 */
export function restoreImages(html: string, replaced: Element): string {
  if (!html.includes('\0')) return html;
  const urls = urlsIn(replaced);
  return html.replace(/\0(\d+) ([^\0]+)\0/g, (_, length: string, end: string) => {
    const found = urls.findLast((url) => url.length === Number(length) && url.endsWith(end));
    if (found === undefined) throw new Error('an image of the replaced slide is missing');
    return found;
  });
}

function urlsIn(slide: Element): readonly string[] {
  const values = [slide, ...slide.querySelectorAll('*')].flatMap((element) =>
    Array.from(element.attributes, ({ value }) => value),
  );
  return values.flatMap((value) => (value.includes('data:') ? readUrls(value) : []));
}

/** The data URLs in an attribute: its value, or parts between quotation marks or parentheses. */
function readUrls(value: string): readonly string[] {
  const parts = value.startsWith('data:') ? [value] : value.split(/["'()]/);
  return parts.filter((part) => part.startsWith('data:'));
}
