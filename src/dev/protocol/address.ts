/**
 * The path that a request names, decoded once. Nothing but an entry of the manifest is ever served;
 * what only an attack would write is refused before it is looked up.
 *
 * @param url as it stands in the request's first line
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
