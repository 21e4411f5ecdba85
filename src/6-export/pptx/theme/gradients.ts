import postcss from 'postcss';

/** The layouts on which a theme paints gradients of its own, which its tokens do not name. */
export function gradientLayouts(css: string): ReadonlySet<string> {
  const layouts = new Set<string>();
  postcss.parse(css).walkDecls(/^background(?:-image)?$/, ({ value, parent }) => {
    if (!value.includes('gradient(') || parent?.type !== 'rule') return;
    const selector = 'selector' in parent ? String(parent.selector) : '';
    for (const [, name = ''] of selector.matchAll(/\.layout-([\w-]+)/g)) layouts.add(name);
  });
  return layouts;
}
