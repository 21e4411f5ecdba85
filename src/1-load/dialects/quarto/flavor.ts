import type { TextFile } from '../../../model/source.ts';
import type { PandocDeck } from '../pandoc/deck.ts';
import type { Div } from '../pandoc/divs.ts';
import { type Flavor, pandocSyntax } from '../pandoc/flavor.ts';
import type { TranslationContext } from '../translation.ts';
import { CellWriter } from './cells.ts';
import { slideFooter, writeDiv } from './divs.ts';
import { frontMatterOf } from './front-matter.ts';
import { IncludedFiles } from './included-files.ts';
import { Labels } from './labels.ts';
import { projectSettings } from './project-settings.ts';
import { translateReference } from './references.ts';
import { CellResults } from './results.ts';
import { translateShortcode } from './shortcodes.ts';
import { wordFor } from './words.ts';

/** What Quarto adds to Pandoc's Markdown. */
export function quarto(author: TextFile, context: TranslationContext): Flavor {
  const callouts: Div[] = [];
  const files = new IncludedFiles(author);
  const cells = new CellWriter(new CellResults(author, context));
  // The deck is read before what it includes and the results of its cells.
  let found: Labels | undefined;
  const labelsOf = (deck: PandocDeck): Labels => {
    found ??= new Labels(deck, (text) => files.partsIn(text, context));
    return found;
  };
  return {
    projectSettings,
    syntax: [...pandocSyntax, 'emoji'],
    slideLevel: (settings) => {
      const level = Number(settings.text('slide-level') ?? 2);
      return level >= 0 && level <= 6 ? level : 2;
    },
    hasStacks: (settings) =>
      /^(?:vertical|grid|default)$/.test(settings.text('navigation-mode') ?? ''),
    unused: {
      center: 'write {.center} after the heading of a slide',
      filters: 'filters are programs, which do not run',
      'revealjs-plugins': 'plugins of reveal.js are programs, which do not run',
    },
    wordFor: (name, settings) => wordFor(name, settings.text('lang')),
    formatsDates: true,
    frontMatter: (settings) => frontMatterOf(settings, cells.styles, context, author),
    slideFooter,
    writeDiv: (div, deck) => writeDiv(div, deck, labelsOf(deck), callouts),
    writeCode: (fence, info, deck) => cells.write(fence, info, labelsOf(deck), deck),
    inline: (_, deck) => {
      const labels = labelsOf(deck);
      return {
        leadOf: (id) => labels.leadOf(id),
        special: (text, at) =>
          translateShortcode(text, at, deck, files) ??
          translateReference(text, at, labels, deck) ??
          cells.writeInline(text, at, deck),
      };
    },
  };
}
