import type { SourceRule } from '../rule.ts';
import { elementsIn } from '../tree/element.ts';

/** Links without an address. Others that lead nowhere in the deck are reported by its build. */
export const linkAddress: SourceRule = ({ parts, add }) => {
  for (const { root } of parts) {
    for (const { element } of elementsIn(root)) {
      const { name, attributes, span } = element;
      const href = name === 'a' || name === 'area' ? attributes.get('href') : undefined;
      if (href === undefined || href.trim() !== '') continue;
      const hint =
        'write where it leads: an address, the id of a heading such as #apples, or a slide such as #/2';
      add({
        rule: 'link-target',
        span,
        message: 'this link leads nowhere: it has no address',
        hint,
      });
    }
  }
};
