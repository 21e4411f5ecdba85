/** Decodes a percent-encoded text; returns it as it is if it is not valid. */
export function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
