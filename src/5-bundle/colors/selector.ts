/** A slide as selectors see it. */
export interface SlideElement {
  readonly classes: ReadonlySet<string>;
  /** The value of its attribute `style`. */
  readonly style: string;
}

const simple = /^(?:\.([\w-]+)|\[style\*="([^"]*)"\]|:(is|where|not)\(|(section|\*))/;
/** The elements around every slide. */
const around = /^(?:(?:html|body|\.reveal|\.deck|\.slides)\s*(?:>\s*)?(?=[\w.:*]))+/;

/**
 * Matches a selector with a slide.
 *
 * @returns its specificity, the weight of a class being 100; `undefined` if it does not match, or is one that
 *   depends on more than the slide's classes and style
 */
export function matchSlide(selector: string, slide: SlideElement): number | undefined {
  let rest = selector.trim().replace(around, '');
  let weight = 0;
  while (rest !== '') {
    const [head = '', name, style, list, tag] = simple.exec(rest) ?? [];
    if (head === '') return undefined;
    rest = rest.slice(head.length);
    if (list !== undefined) {
      const end = closing(rest);
      const found = splitList(rest.slice(0, end)).map((each) => matchSlide(each, slide));
      const weights = found.filter((each) => each !== undefined);
      if (list === 'not' ? weights.length > 0 : weights.length === 0) return undefined;
      if (list !== 'where') weight += Math.max(100, ...weights);
      rest = rest.slice(end + 1);
    } else if (tag !== undefined) weight += tag === '*' ? 0 : 1;
    else {
      if (name !== undefined && !slide.classes.has(name)) return undefined;
      if (style !== undefined && !slide.style.includes(style)) return undefined;
      weight += 100;
    }
  }
  return weight;
}

/** Splits a list at commas outside of parentheses. */
export function splitList(list: string): readonly string[] {
  const parts = list.match(/(?:[^,()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
  return parts.map((part) => part.trim());
}

/** The index of the parenthesis that closes the text before it. */
function closing(text: string): number {
  let depth = 1;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')' && --depth === 0) return i;
  }
  return text.length;
}
