/**
 * The elements that a slide may contain, by namespace. What is not here (scripts, styles, frames, forms,
 * documents) would run code, load something or break the page.
 */
export const htmlElements: ReadonlySet<string> = new Set(
  `a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas caption center
  cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em fieldset figcaption figure
  font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li main map mark marquee
  menu meter nav nobr ol optgroup option output p param picture pre progress q rb rp rt rtc ruby s samp search
  section select small source span strike strong sub summary sup table tbody td textarea tfoot th thead time
  tr track tt u ul var video wbr`.split(/\s+/),
);

export const svgElements: ReadonlySet<string> = new Set(
  `a animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend feColorMatrix
  feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
  feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
  feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter foreignObject g line
  linearGradient marker mask metadata mpath path pattern polygon polyline radialGradient rect set stop svg
  switch symbol text textPath title tspan use view`.split(/\s+/),
);

export const mathElements: ReadonlySet<string> = new Set(
  `annotation annotation-xml maction math menclose merror mfenced mfrac mglyph mi mlabeledtr mmultiscripts mn
  mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext
  mtr munder munderover none semantics`.split(/\s+/),
);

/** Elements that would run code, load something, change the page or send something out. */
const forbidden: ReadonlySet<string> = new Set(
  `applet base body embed feimage fencedframe form frame frameset handler head html iframe image link listener
  meta model noembed noframes noscript object plaintext portal script shadow style template title xmp`.split(
    /\s+/,
  ),
);

/** @param name in lower case */
export function isForbidden(name: string): boolean {
  return forbidden.has(name);
}

/** Whether browsers know an element, in any namespace. @param name in lower case */
export function isKnownElement(name: string): boolean {
  return knownElements.has(name) || forbidden.has(name) || isCustomElement(name);
}

/** Elements that scripts of the author may define: their names contain a hyphen. */
export function isCustomElement(name: string): boolean {
  return /^[a-z][a-z\d._]*-[a-z\d._-]*$/.test(name);
}

const knownElements: ReadonlySet<string> = new Set(
  [...htmlElements, ...svgElements, ...mathElements].map((name) => name.toLowerCase()),
);

/** The elements without content: https://html.spec.whatwg.org/#void-elements */
export const voidElements: ReadonlySet<string> = new Set(
  'area br col embed hr img input link meta param source track wbr'.split(' '),
);
