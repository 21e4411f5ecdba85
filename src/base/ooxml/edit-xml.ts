/** A change of the text of a part. */
export interface XmlEdit {
  readonly start: number;
  readonly end: number;
  /** In the place of the old text; absent if that is removed. */
  readonly text?: string;
}

/** Applies edits, in any order. An edit inside of another one is left out. */
export function editXml(xml: string, edits: readonly XmlEdit[]): string {
  let [result, at] = ['', 0];
  for (const { start, end, text = '' } of edits.toSorted(byPlace)) {
    if (start < at) continue;
    result += xml.slice(at, start) + text;
    at = end;
  }
  return result + xml.slice(at);
}

function byPlace(a: XmlEdit, b: XmlEdit): number {
  return a.start - b.start || b.end - a.end;
}
