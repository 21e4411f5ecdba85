const comment = ['<!--', '-->'] as const;
const data = ['<![CDATA[', ']]>'] as const;

type Section = readonly [start: string, end: string];

/** Removes comments from XML or HTML; one without an end reaches to the end. */
export function withoutComments(text: string): string {
  return without(text, [comment]);
}

/** Removes comments and sections of text (CDATA) from XML. */
export function withoutSections(text: string): string {
  return without(text, [comment, data]);
}

/** Reads each character once, unlike a regular expression for many starts without an end. */
function without(text: string, sections: readonly Section[]): string {
  const parts: string[] = [];
  let at = 0;
  for (let next = firstOf(text, sections, at); next; next = firstOf(text, sections, at)) {
    const { section, index } = next;
    const [start, end] = section;
    const found = text.indexOf(end, index + start.length);
    parts.push(text.slice(at, index));
    at = found < 0 ? text.length : found + end.length;
  }
  return parts.join('') + text.slice(at);
}

function firstOf(text: string, sections: readonly Section[], from: number) {
  const mark = /<!(?:--|\[CDATA\[)/g;
  mark.lastIndex = from;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const [start] = match;
    const section = sections.find(([each]) => each === start);
    if (section) return { section, index: match.index };
  }
  return undefined;
}
