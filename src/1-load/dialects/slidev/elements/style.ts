import { readCss } from '../../shared/css.ts';
import type { Tag } from '../../shared/regions.ts';
import { reportUnmapped } from '../deck.ts';
import type { SlideText } from './slide-text.ts';

/** Takes the rules of a `<style>` into the settings of its slide; scripts are left out. */
export function translateStyle(tag: Tag, name: string, slide: SlideText): void {
  const end = slide.endTagOf(tag);
  const { deck } = slide;
  if (name === 'style') {
    const css = readCss(slide.text(tag.end, end?.start ?? tag.end), {
      file: deck.author,
      start: tag.end,
      deck: deck.author.realPath,
      project: deck.context.project,
      report: deck.report,
      mapSelector: (selector) => adaptSelector(selector, deck.isDark),
    });
    // A blank line would end the settings.
    const rules = css.replace(/@(?:apply|unocss)[^;}]*;?/g, '').replace(/\n\s*\n/g, '\n');
    slide.styles.push(rules);
  } else {
    const message = 'scripts are left out: nothing of Vue runs';
    reportUnmapped(deck, tag.start, tag.name.length + 1, message);
  }
  slide.replaceElement(tag, '');
}

/** A selector for elements of Slidev, as one for those of Lectern. */
function adaptSelector(selector: string, isDark: boolean): string {
  return selector
    .replace(/:deep\(([^()]*)\)|::v-deep\b|:global\(([^()]*)\)/g, '$1$2')
    .replace(/\.slidev-vclick-target\b/g, '.fragment')
    .replace(/\.slidev-code(?:-wrapper)?\b/g, '.code')
    .replace(/\.col-left\b/g, '.slot-left')
    .replace(/\.col-right\b/g, '.slot-right')
    .replace(/\.two-cols-header\b|\.two-columns\b/g, '.layout')
    .replace(/(?:\.slidev-(?:page|layout)(?:-\d+)?|#app)\b/g, ':scope')
    .replace(/(?<![\w-])(?:html)?\.dark\b/g, isDark ? ':scope' : '.on-dark')
    .trim();
}
