import { slideKeyFor } from '../../base/yaml/other-tools.ts';
import type { Source } from '../source.ts';
import { type ForeignSyntax, reportForeign } from './foreign.ts';

const asSettings =
  'write settings between the --- lines above the slide, or as a comment at its start: <!-- background: "#10222b" -->';
const newSlide = 'for a new slide, write --- on a line of its own, with a blank line above';
const pause = 'for a pause, write . . . on a line of its own';
const columns = 'for columns, write ::: columns with :::: column blocks in it';

/** Comments to which other tools give a meaning, by the text between `<!--` and `-->`. */
const foreignComments: readonly ForeignSyntax[] = [
  { pattern: /^\.slide\s*:/, what: 'slide attributes of reveal.js', hint: asSettings },
  {
    pattern: /^\.element\s*:(?:[^"']*\bclass=["']([^"']*)["'])?/,
    what: 'attributes of reveal.js',
    hint: (classes) => `write them in braces at the end of the text: {${classList(classes)}}`,
  },
  {
    pattern:
      /^(_(?:class|paginate|header|footer|color|background[A-Z]\w+|transition)|paginate|backgroundColor|backgroundImage|headingDivider)[ \t]*:/,
    what: 'a directive of Marp',
    hint: (key) => {
      if (key === 'headingDivider') return 'write "split: 2" in the front matter';
      const own = slideKeyFor(key);
      if (own === undefined) return 'there is nothing of this kind here: remove it';
      return `write "${own}: …" in a comment at the start of the slide, or between the --- lines above it`;
    },
  },
  {
    pattern: /^fit$/,
    what: 'a mark of Marp',
    hint: 'for one large sentence, write "layout: statement"',
  },
  { pattern: /^pause$/, what: 'a pause of presenterm', hint: pause },
  { pattern: /^end_slide$/, what: 'a slide break of presenterm', hint: newSlide },
  { pattern: /^(?:column_layout|column)\s*:/, what: 'columns of presenterm', hint: columns },
  { pattern: /^reset_layout$/, what: 'the end of columns in presenterm', hint: columns },
  {
    pattern: /^speaker_note\s*:/,
    what: 'speaker notes of presenterm',
    hint: 'write the notes below a line "Note:" at the end of the slide',
  },
  {
    pattern: /^incremental_lists\s*:/,
    what: 'a command of presenterm',
    hint: 'write {.incremental} on the line below the list',
  },
  {
    pattern:
      /^(?:jump_to_middle|no_footer|skip_slide|list_item_newlines\s*:.*|new_?lines?(?:\s*:.*)?|font_size\s*:.*|alignment\s*:.*)$/,
    what: 'a command of presenterm',
    hint: 'layouts place the content of a slide, such as "layout: center"; "hide: true" leaves a slide out',
  },
  {
    pattern: /^slide(?:\s+[\w-]+=[\s\S]*)?$/,
    what: 'a slide break of Markdown Preview Enhanced',
    hint: newSlide,
  },
  {
    pattern: /^(?:s|v|vert|horz|vertical|horizontal)$/,
    what: 'a slide break of reveal-md',
    hint: `${newSlide}; for one below, write --`,
  },
];

function classList(classes: string): string {
  const names = classes.split(/\s+/).filter((name) => /^[\w-]+$/.test(name));
  return (names.length > 0 ? names : ['fragment']).map((name) => `.${name}`).join(' ');
}

/**
 * Reports a comment that another tool reads.
 *
 * @param comment with its `<!--` and `-->`
 * @param source begins with it
 * @returns whether it is one
 */
export function reportForeignComment(comment: string, source: Source): boolean {
  const text = comment.replace(/^<!--+|--!?>$/g, '').trim();
  const length = comment.split('\n', 1)[0]?.trimEnd().length ?? 1;
  const effect = 'this comment has no effect';
  return reportForeign('foreign-comment', foreignComments, { text, effect, length }, source);
}
