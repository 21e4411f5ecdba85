import type { PageException } from '../../6-export/browser/exceptions.ts';
import type { Tab } from '../../6-export/browser/tab.ts';
import type { Page, PageScript } from '../../model/page.ts';
import type { Span } from '../../model/source.ts';

/** An exception of one of the deck's own scripts. */
interface ScriptError {
  /** Where the front matter lists the script. */
  readonly span: Span;
  readonly message: string;
  readonly hint: string;
}

/** Steps through a whole deck, so that its scripts get all events of a talk. An expression. */
const present = `(async () => {
  const { Reveal } = window;
  if (!Reveal) return;
  const isAtEnd = () => Reveal.isLastSlide() && !Reveal.availableFragments().next;
  for (let steps = 0; steps < 5000 && !isAtEnd(); steps++) {
    Reveal.next();
    await new Promise((resolve) => setTimeout(resolve));
  }
  Reveal.slide(0, 0);
  await new Promise((resolve) => setTimeout(resolve));
})()`;

/** Presents a deck that has scripts of its own. */
export async function presentScripts(tab: Tab, { scripts }: Page): Promise<void> {
  if (scripts.length > 0) await tab.evaluate(present);
}

/**
 * The exceptions of the deck's own scripts, each once.
 *
 * @param linesOf the lines of a file, as named in spans
 */
export function findScriptErrors(
  exceptions: readonly PageException[],
  { html, scripts }: Page,
  linesOf: (file: string) => readonly string[],
): readonly ScriptError[] {
  const places = scripts.map((script) => locate(script, html));
  const found = new Map<string, ScriptError>();
  for (const { message: thrown, places: frames } of exceptions) {
    for (const { line } of frames) {
      const script = places.find(({ first, last }) => line >= first && line <= last);
      if (!script) continue;
      const { span } = script;
      const name = linesOf(span.file)
        [span.line - 1]?.slice(span.column - 1)
        .slice(0, span.length);
      const message = `the script "${unquote(name ?? '')}" has an error in line ${line - script.first + 1}: ${thrown}`;
      found.set(message, {
        span,
        message,
        hint: 'mend it; the console of a browser (F12) shows more',
      });
      break;
    }
  }
  return [...found.values()];
}

/** The lines of a script in the page. */
function locate({ text, span }: PageScript, html: string) {
  const at = html.lastIndexOf(`<script>${text}</script>`);
  const first = at < 0 ? 0 : html.slice(0, at).split('\n').length;
  return { span, first, last: at < 0 ? -1 : first + text.split('\n').length - 1 };
}

/** Without the quotation marks of YAML. */
function unquote(name: string): string {
  return name.trim().replace(/^(["'])(.*)\1$/, '$2');
}
