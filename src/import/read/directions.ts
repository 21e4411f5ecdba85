import type { Losses } from '../losses.ts';
import type { Inline } from '../model.ts';

/** Characters that embed, override or isolate a direction. */
const changes = /[\u202a-\u202e\u2066-\u2069]/g;
/** Letters of scripts that are written from right to left. */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Removes the characters that change the direction of a paragraph without right-to-left text: they only make it look
 * like another text than it is.
 */
export function withoutDirections(inlines: readonly Inline[], losses: Losses): readonly Inline[] {
  const text = inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');
  if (text.search(changes) < 0 || rightToLeft.test(text)) return inlines;
  losses.add('direction');
  return inlines.flatMap((inline): readonly Inline[] => {
    if (inline.kind !== 'text') return [inline];
    const rest = inline.text.replace(changes, '');
    return rest === '' ? [] : [{ ...inline, text: rest }];
  });
}
