import type { SequenceMessage } from '../../../../model/diagram/sequence.ts';

type Arrow = Pick<SequenceMessage, 'line' | 'start' | 'end'>;

const arrow = (line: Arrow['line'], end: Arrow['end'], start: Arrow['start'] = 'none'): Arrow => ({
  line,
  start,
  end,
});

/** How messages are drawn, by Mermaid's names of their arrows. */
export const arrows: ReadonlyMap<string, Arrow> = new Map([
  ['SOLID', arrow('solid', 'arrow')],
  ['DOTTED', arrow('dashed', 'arrow')],
  ['SOLID_CROSS', arrow('solid', 'cross')],
  ['DOTTED_CROSS', arrow('dashed', 'cross')],
  ['SOLID_OPEN', arrow('solid', 'none')],
  ['DOTTED_OPEN', arrow('dashed', 'none')],
  ['SOLID_POINT', arrow('solid', 'vee')],
  ['DOTTED_POINT', arrow('dashed', 'vee')],
  ['BIDIRECTIONAL_SOLID', arrow('solid', 'arrow', 'arrow')],
  ['BIDIRECTIONAL_DOTTED', arrow('dashed', 'arrow', 'arrow')],
  ['SOLID_TOP', arrow('solid', 'upper-arrow')],
  ['SOLID_BOTTOM', arrow('solid', 'lower-arrow')],
  ['STICK_TOP', arrow('solid', 'upper-vee')],
  ['STICK_BOTTOM', arrow('solid', 'lower-vee')],
  ['SOLID_TOP_DOTTED', arrow('dashed', 'upper-arrow')],
  ['SOLID_BOTTOM_DOTTED', arrow('dashed', 'lower-arrow')],
  ['STICK_TOP_DOTTED', arrow('dashed', 'upper-vee')],
  ['STICK_BOTTOM_DOTTED', arrow('dashed', 'lower-vee')],
  ['SOLID_ARROW_TOP_REVERSE', arrow('solid', 'none', 'upper-arrow')],
  ['SOLID_ARROW_BOTTOM_REVERSE', arrow('solid', 'none', 'lower-arrow')],
  ['STICK_ARROW_TOP_REVERSE', arrow('solid', 'none', 'upper-vee')],
  ['STICK_ARROW_BOTTOM_REVERSE', arrow('solid', 'none', 'lower-vee')],
  ['SOLID_ARROW_TOP_REVERSE_DOTTED', arrow('dashed', 'none', 'upper-arrow')],
  ['SOLID_ARROW_BOTTOM_REVERSE_DOTTED', arrow('dashed', 'none', 'lower-arrow')],
  ['STICK_ARROW_TOP_REVERSE_DOTTED', arrow('dashed', 'none', 'upper-vee')],
  ['STICK_ARROW_BOTTOM_REVERSE_DOTTED', arrow('dashed', 'none', 'lower-vee')],
]);
