import { reportSettingsInComment } from '../../../1-load/slides/settings-comment.ts';
import { reportForeignComment } from '../../foreign/comments.ts';
import type { Source } from '../../source.ts';

/**
 * Checks a comment, or what browsers treat as one, in the author's HTML.
 *
 * @param source begins with it
 */
export function checkComment(comment: string, source: Source): void {
  const { report } = source;
  if (!comment.startsWith('<!--')) reportNoHtml(comment, source);
  else if (/^<!--(?:-?>|[\s\S]*--!?>$)/.test(comment)) {
    if (!reportForeignComment(comment, source)) {
      reportSettingsInComment(comment, source.locate, report);
    }
  } else {
    const hint = 'close it with -->';
    report.add('comment-unclosed', source.span(0, 4), 'this comment is not closed', hint);
  }
}

/** Reports the mark that begins at the last `<` up to an offset. @param source begins with `text` */
export function checkMark(text: string, offset: number, source: Source): void {
  const at = text.lastIndexOf('<', offset);
  reportNoHtml(text.slice(at, at + 10), source.from(at));
}

/** Reports `<?` and the like: browsers hide what follows. @param source begins with `text` */
function reportNoHtml(text: string, source: Source): void {
  const mark = /^<(?:\/|\?|!\[?)?/.exec(text)?.[0] ?? '<';
  const span = source.span(0, mark.length);
  const hint = 'for text, write &lt; or put it between backticks';
  source.report.add('html-unsafe', span, `"${mark}" begins nothing that a page shows`, hint);
}
