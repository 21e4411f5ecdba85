import { decodeHTML } from 'entities';

/** The letters that a page shows, and those that it shows in some of its elements. */
export interface Letters {
  readonly all: string;
  /** By the name of an element, or `.` and a class; absent where the page has none of these. */
  readonly within: ReadonlyMap<string, string>;
}

const pieces = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][^\s/>]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>|[^<]+|</g;
const voidElements = new Set(
  'area br col embed hr img input link meta source track wbr'.split(' '),
);

/**
 * Collects the letters of the text in a deck's HTML.
 *
 * @param wanted names of elements, and classes with a dot, whose letters are asked for apart
 */
export function collectLetters(html: string, wanted: Iterable<string>): Letters {
  const all = new Set<string>();
  const within = new Map<string, Set<string>>();
  const names = new Set(wanted);
  const open: { readonly element: string; readonly sets: readonly Set<string>[] }[] = [];
  for (const [text, slash, name, attributes = ''] of html.matchAll(pieces)) {
    if (name === undefined) {
      if (text.startsWith('<!--')) continue;
      const sets = [all, ...(open.at(-1)?.sets ?? [])];
      for (const letter of decodeHTML(text)) for (const set of sets) set.add(letter);
      continue;
    }
    const element = name.toLowerCase();
    if (slash) {
      const index = open.findLastIndex((tag) => tag.element === element);
      if (index >= 0) open.length = index;
      continue;
    }
    if (voidElements.has(element)) continue;
    const own = namesOf(element, attributes).filter((each) => names.has(each));
    for (const each of own) if (!within.has(each)) within.set(each, new Set());
    const sets = own.flatMap((each) => within.get(each) ?? []);
    open.push({ element, sets: [...new Set([...(open.at(-1)?.sets ?? []), ...sets])] });
  }
  return {
    all: join(all),
    within: new Map([...within].map(([each, letters]) => [each, join(letters)])),
  };
}

function namesOf(element: string, attributes: string): readonly string[] {
  const [, classes = ''] = /(?:^|\s)class="([^"]*)"/.exec(attributes) ?? [];
  return [
    element,
    ...classes
      .split(/\s+/)
      .filter(Boolean)
      .map((name) => `.${name}`),
  ];
}

function join(letters: ReadonlySet<string>): string {
  return [...letters].sort().join('');
}
