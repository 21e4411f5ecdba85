import { shortenValues } from '../../../base/diagnostics/shorten.ts';
import type { Span } from '../../../model/source.ts';
import { matchesPattern } from '../../web/address-pattern.ts';
import type { LinkState } from '../../web/web-links.ts';
import type { SourceContext, SourceFinding, SourceRule } from '../rule.ts';
import { elementsIn, type SourceElement } from '../tree/element.ts';

/** Dead links to the web, if the user allows requests. */
export const linkWeb: SourceRule = async (context) => {
  const { web, parts, add } = context;
  if (!web) return;
  const links = parts.flatMap(({ root }) =>
    elementsIn(root).flatMap(({ element }) => {
      const address = addressOf(element);
      return address === undefined ? [] : [{ address, span: element.span }];
    }),
  );
  const checked = [...links, ...ownImage(context)].filter(
    ({ address }) => !web.ignored.some((pattern) => matchesPattern(address, pattern)),
  );
  const states = await Promise.all(checked.map(({ address }) => web.links.check(address)));
  for (const [index, { address, span }] of checked.entries()) {
    const state = states[index];
    if (state && state.kind !== 'alive') add(findingOf(state, address, span));
  }
};

/** The address on the web that an element names. */
function addressOf({ name, attributes }: SourceElement): string | undefined {
  const written = attributes.get(name === 'a' || name === 'area' ? 'href' : 'src')?.trim() ?? '';
  const address = written.startsWith('//') ? `https:${written}` : written;
  return /^https?:\/\/[^{}]+$/i.test(address) && URL.canParse(address) ? address : undefined;
}

/** The image for link previews, which other sites load. */
function ownImage({ deck, linesOf }: SourceContext): readonly { address: string; span: Span }[] {
  const { image } = deck.frontMatter;
  const file = deck.texts[0]?.path ?? '';
  const line =
    image === undefined ? -1 : linesOf(file).findIndex((text) => text.startsWith('image:'));
  const [before = ''] = /^image:\s*/.exec(linesOf(file)[line] ?? '') ?? [];
  if (image === undefined || line < 0) return [];
  return [
    {
      address: image,
      span: { file, line: line + 1, column: before.length + 1, length: image.length },
    },
  ];
}

function findingOf(
  state: Exclude<LinkState, { kind: 'alive' }>,
  address: string,
  span: Span,
): SourceFinding {
  const place = { rule: 'link-web', span } as const;
  const name = shortenValues(`"${address}"`);
  switch (state.kind) {
    case 'moved': {
      const hint = `its new address is ${state.to}${new URL(address).hash}`;
      return { ...place, severity: 'note', message: `${name} has moved`, hint };
    }
    case 'dead': {
      const message = `${name} is a dead link: ${state.reason}`;
      return { ...place, message, hint: 'correct its address, or remove it' };
    }
    case 'private': {
      const message = `${name} was not checked: ${state.reason}`;
      const hint = 'to check it, too, add --private-links';
      return { ...place, severity: 'note', message, hint };
    }
    case 'unknown': {
      const message = `${name} could not be checked: ${state.reason}`;
      return { ...place, severity: 'note', message, hint: 'open it in a browser' };
    }
    default:
      return state satisfies never;
  }
}
