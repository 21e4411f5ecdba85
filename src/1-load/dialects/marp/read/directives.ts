import { findComment } from './comment.ts';
import { type Directives, type DirectiveValue, readLooseYaml, textValue } from './loose-yaml.ts';

/** Directives of the whole deck, wherever they are; the last one counts. */
const globalNames: ReadonlySet<string> = new Set([
  ...['theme', 'style', 'headingDivider', 'lang', 'size', 'math', 'marp', 'html'],
  ...['title', 'description', 'author', 'keywords', 'url', 'image'],
]);

/** Directives of a slide and those after it; with `_` before it, of that slide only. */
const localNames: ReadonlySet<string> = new Set([
  ...['backgroundColor', 'backgroundImage', 'backgroundPosition', 'backgroundRepeat'],
  ...['backgroundSize', 'class', 'color', 'footer', 'header', 'paginate', 'transition'],
]);

/** Comments for other programs. */
const magicComment =
  /^(?:prettier-ignore(?:-(?:start|end))?|markdownlint-(?:(?:disable|enable).*|capture|restore)|lint (?:disable|enable|ignore).*)$/;

/** What a comment of a slide is. */
type MarpComment =
  | { readonly kind: 'directives'; readonly directives: Directives }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'ignored' };

/** @param comment with its `<!--` and `-->` */
export function readComment(comment: string): MarpComment {
  const text = findComment(comment.trim())?.text ?? '';
  if (text === '' || text === 'fit' || magicComment.test(text)) return { kind: 'ignored' };
  const directives = readLooseYaml(text);
  const isRecognized = [...(directives?.keys() ?? [])].some(isDirective);
  return directives && isRecognized ? { kind: 'directives', directives } : { kind: 'note', text };
}

function isDirective(name: string): boolean {
  return globalNames.has(name) || localNames.has(name) || localNames.has(name.replace(/^_/, ''));
}

/** The directives of a deck while its slides are read in their order. */
export class DirectiveState {
  readonly #global = new Map<string, DirectiveValue>();
  readonly #local = new Map<string, DirectiveValue>();
  readonly #spot = new Map<string, DirectiveValue>();

  apply(directives: Directives): void {
    for (const [name, value] of directives) {
      const own = name.replace(/^_/, '');
      if (localNames.has(name)) this.#local.set(name, value);
      else if (name !== own && localNames.has(own)) this.#spot.set(own, value);
      else if (globalNames.has(name)) this.#global.set(name, value);
    }
  }

  /** The directives of the slide whose end was reached. */
  endSlide(): Directives {
    const all = new Map([...this.#local, ...this.#spot]);
    this.#spot.clear();
    return all;
  }

  /** The value for the slide that is read. */
  current(name: string): string | undefined {
    return textValue(this.#spot.get(name) ?? this.#local.get(name));
  }

  get global(): Directives {
    return this.#global;
  }
}
