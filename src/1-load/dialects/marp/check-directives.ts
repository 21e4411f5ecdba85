import type { Report } from '../../../base/diagnostics/report.ts';
import { ownValue } from '../../../base/own-value.ts';
import { spanAt } from '../../../base/span.ts';
import { withoutCode } from '../../../base/text/without-code.ts';
import type { TextFile } from '../../../model/source.ts';

/** Why a value of a directive is not used; `undefined` if it is. */
type Check = (value: string) => { readonly message: string; readonly hint?: string } | undefined;

const checks: Readonly<Record<string, Check>> = {
  headingDivider: (value) =>
    /^(?:[1-6]|\[\s*[1-6](?:\s*,\s*[1-6])*\s*\]|false)$/.test(value)
      ? undefined
      : {
          message: `"${value}" is no level of headings: headingDivider is not used`,
          hint: 'write a level from 1 to 6, or a list such as [1, 3]',
        },
  paginate: (value) =>
    /^(?:true|false|hold|skip)$/i.test(value)
      ? undefined
      : {
          message: `"${value}" is no value of paginate: the slide has no number`,
          hint: 'one of: true, false, hold, skip',
        },
  math: (value) =>
    /^(?:mathjax|katex|true|false)$/.test(value)
      ? undefined
      : {
          message: `"${value}" typesets no formulas in Marp: here they are typeset`,
          hint: 'one of: mathjax, katex, false',
        },
  transition: (value) => {
    const [duration] = /(?<=\s)\d*\.?\d+m?s\b/.exec(value) ?? [];
    return duration === undefined
      ? undefined
      : { message: `transitions have one duration: "${duration}" is not used` };
  },
  url: () => ({ message: 'a deck has no address: "url" is not used' }),
};

const names = Object.keys(checks).join('|');

/** Reports values of directives that are not used, in the front matter and in comments. */
export function checkDirectives(author: TextFile, bodyStart: number, report: Report): void {
  const directive = new RegExp(
    String.raw`(?<=^|\n|<!--)([ \t]*["']?_?(${names})["']?[ \t]*:[ \t]+)([^\n]*?)[ \t]*(?=-->|\n|$)`,
    'g',
  );
  const read = (text: string, start: number): void => {
    for (const { index, 1: lead = '', 2: name = '', 3: written = '' } of text.matchAll(directive)) {
      const value = written.replace(/\s+#.*$/, '').replace(/^(["'])(.*)\1$/, '$2');
      const found = value === '' ? undefined : ownValue(checks, name)?.(value);
      if (!found) continue;
      const span = spanAt(author, start + index + lead.length, Math.max(1, written.length));
      report.add('dialect-settings', span, found.message, found.hint);
    }
  };
  read(author.text.slice(0, bodyStart), 0);
  const body = withoutCode(author.text).slice(bodyStart);
  for (const { index, 0: comment } of body.matchAll(/<!--[\s\S]*?-->/g)) {
    read(comment, bodyStart + index);
  }
}
