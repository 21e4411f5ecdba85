import type { DefaultTreeAdapterTypes } from 'parse5';

type Attribute = DefaultTreeAdapterTypes.Element['attrs'][number];

/** The name and the attributes of an element. */
interface Tag {
  readonly name: string;
  readonly attrs: readonly Attribute[];
}

/** Roles of landmarks of which a page has one, or which are not inside another one. */
const pageRoles: ReadonlySet<string> = new Set(['main', 'banner', 'contentinfo', 'complementary']);

/**
 * How an element of HTML is written within a slide, whose page has a `main` of its own: a part of the slide that browsers
 * would list among the parts of the page gets another role. Names stay; a `nav` with one is listed by it.
 */
export function withoutLandmark({ name, attrs }: Tag): Tag {
  const role = attributeOf(attrs, 'role')?.trim().toLowerCase();
  const isPart = !role || pageRoles.has(role);
  if (name === 'aside' && isPart) return { name, attrs: withRole(attrs, 'note') };
  if (name === 'nav' && isPart && !isNamed(attrs)) return { name, attrs: withRole(attrs, 'none') };
  // No other role is allowed for it.
  if (name === 'main') return { name: 'div', attrs: isPart ? asGroup(attrs) : attrs };
  return { name, attrs: role && isPart ? asGroup(attrs) : attrs };
}

/** Only elements with a role may have a name. */
function asGroup(attrs: readonly Attribute[]): readonly Attribute[] {
  return isNamed(attrs) ? withRole(attrs, 'group') : attrs.filter(({ name }) => name !== 'role');
}

function isNamed(attrs: readonly Attribute[]): boolean {
  return ['aria-label', 'aria-labelledby', 'title'].some((each) =>
    attributeOf(attrs, each)?.trim(),
  );
}

function withRole(attrs: readonly Attribute[], role: string): readonly Attribute[] {
  return [...attrs.filter(({ name }) => name !== 'role'), { name: 'role', value: role }];
}

function attributeOf(attrs: readonly Attribute[], name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}
