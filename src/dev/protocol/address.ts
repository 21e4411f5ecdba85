/** The paths in each area that are not pages. No deck has such a path: theirs end with a slash. */
export const [livePath, uploadPath, editorPath, checkPath] = [
  '/live',
  '/upload',
  '/editor.js',
  '/check.js',
] as const;

/**
 * The path of a request, decoded once; `undefined` if it contains what only an attack would send, such
 * as encoded slashes or dot segments.
 *
 * @param url as in the request line
 */
export function pathOf(url: string): string | undefined {
  const [raw = ''] = url.split('?', 1);
  if (!raw.startsWith('/') || /[^!-~]|[\\:#]|%(?:2f|5c|00|3a|25)/i.test(raw)) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(raw);
  } catch {
    return undefined;
  }
  const isOdd = /[\u0000-\u001f\u007f-\u009f\\:]|\/\//.test(path);
  return isOdd || path.split('/').some((part) => /^\.+$/.test(part.trim())) ? undefined : path;
}
