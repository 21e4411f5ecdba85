import type { Attributes } from '../../../model/blocks.ts';
import { targetKey } from '../../../model/deck.ts';
import type { Image, Inline, StyledKind } from '../../../model/inline.ts';
import type { Span } from '../../../model/source.ts';
import type { TreeBuilder } from './builder.ts';
import { addHtml } from './html.ts';

const names: Readonly<Record<StyledKind, string>> = {
  emphasis: 'em',
  strong: 'strong',
  strike: 'del',
  subscript: 'sub',
  superscript: 'sup',
  highlight: 'mark',
};

/** @param span of the block or the link that contains the inlines */
export function addInlines(inlines: readonly Inline[], span: Span, builder: TreeBuilder): void {
  for (const inline of inlines) addInline(inline, span, builder);
}

function addInline(inline: Inline, span: Span, builder: TreeBuilder): void {
  const within = (content: readonly Inline[], own = span) => {
    return () => addInlines(content, own, builder);
  };
  switch (inline.kind) {
    case 'text':
      builder.text(inline.text, span);
      return;
    case 'emphasis':
    case 'strong':
    case 'strike':
    case 'subscript':
    case 'superscript':
    case 'highlight':
      builder.add(names[inline.kind], span, undefined, within(inline.content));
      return;
    case 'span':
      builder.add('span', span, attributesOf(inline.attributes), within(inline.content));
      return;
    case 'code':
      builder.add('code', span, undefined, () => builder.text(inline.text, span));
      return;
    case 'emoji':
      builder.text(`:${inline.name}:`, span);
      return;
    case 'icon':
      builder.add('icon', span, new Map([['name', inline.name]]));
      return;
    case 'math':
      builder.add('math', span, undefined, () => builder.text(inline.math.tex, span));
      return;
    case 'reference':
    case 'slide-field':
      // The number that is shown is not known here.
      builder.text('1', span);
      return;
    case 'break':
      builder.text('\n', span);
      return;
    case 'link': {
      const { attributes, href, title } = inline;
      const own = attributesOf(attributes, { href, title });
      builder.add('a', inline.span, own, within(inline.content, inline.span));
      return;
    }
    case 'image':
      builder.add('img', inline.source.span, imageAttributes(inline));
      return;
    case 'footnote':
      builder.footnotes.add(targetKey(inline.span.file, inline.label));
      return;
    case 'html':
      if (inline.written) addHtml(inline.written, builder);
      return;
    default:
      inline satisfies never;
  }
}

export function imageAttributes({
  source,
  alt,
  title,
  attributes,
}: Image): ReadonlyMap<string, string> {
  return attributesOf(attributes, { src: source.path, alt, title });
}

/** The author's attributes, and those that Lectern adds. */
export function attributesOf(
  { id, classes, values }: Attributes,
  own: Readonly<Record<string, string | undefined>> = {},
): ReadonlyMap<string, string> {
  const added = Object.entries({ id, class: classes.join(' ') || undefined, ...own });
  return new Map([
    ...values,
    ...added.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  ]);
}
