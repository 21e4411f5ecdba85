import { loadsFile } from './css-loads.ts';
import { isCustomElement } from './elements.ts';

/** Attributes of all elements of HTML. */
const common = `about accesskey class contenteditable dir draggable enterkeyhint exportparts hidden id inert
  inputmode itemid itemprop itemref itemscope itemtype lang part popover property resource role slot
  spellcheck style tabindex title translate typeof vocab`;

/** Attributes of some elements: none of them has an effect on elements that do not know it. */
const some = `abbr align allowfullscreen alt autocomplete autoplay axis bgcolor border bordercolor cellpadding
  cellspacing char charoff charset checked cite clear color cols colspan compact controls controlslist coords
  crossorigin datetime decoding default defer disabled disablepictureinpicture download face fetchpriority for
  frame frameborder headers height high href hreflang hspace ismap kind label list loading loop low marginheight
  marginwidth max maxlength media min minlength multiple muted noshade nowrap open optimum pattern placeholder
  playsinline popovertarget popovertargetaction poster preload prompt pubdate readonly referrerpolicy rel
  required rev reversed rows rowspan rules scope scrolling selected shape size sizes span src srclang start
  step summary target type usemap valign value vspace width wrap`;

/** Attributes of SVG, in lower case. */
const svg = `accent-height accumulate additive alignment-baseline amplitude attributename attributetype azimuth
  basefrequency baseline-shift begin bias by calcmode clip clip-path clip-rule clippathunits color-interpolation
  color-interpolation-filters cursor cx cy d diffuseconstant direction display divisor dominant-baseline dur dx
  dy edgemode elevation end exponent fill fill-opacity fill-rule filter filterunits flood-color flood-opacity
  font-family font-size font-size-adjust font-stretch font-style font-variant font-weight fr from fx fy g1 g2
  glyph-name gradienttransform gradientunits image-rendering in in2 intercept isolation k k1 k2 k3 k4 kernelmatrix
  kernelunitlength keypoints keysplines keytimes lengthadjust letter-spacing lighting-color limitingconeangle
  marker-end marker-mid marker-start markerheight markerunits markerwidth mask mask-type maskcontentunits
  maskunits mix-blend-mode mode numoctaves offset opacity operator order orient orientation origin overflow
  paint-order pathlength patterncontentunits patterntransform patternunits pointer-events points pointsatx
  pointsaty pointsatz preservealpha preserveaspectratio primitiveunits r radius refx refy repeatcount repeatdur
  requiredextensions requiredfeatures restart result rotate rx ry scale seed shape-rendering side slope spacing
  specularconstant specularexponent spreadmethod startoffset stddeviation stitchtiles stop-color stop-opacity
  stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
  stroke-width surfacescale systemlanguage tablevalues targetx targety text-anchor text-decoration text-overflow
  text-rendering textlength to transform transform-box transform-origin unicode-bidi values vector-effect version
  viewbox visibility white-space word-spacing writing-mode x x1 x2 xchannelselector xmlns xmlns:xlink xml:lang
  xml:space xlink:href xlink:title y y1 y2 ychannelselector z zoomandpan`;

/** Attributes of MathML. */
const math = `accent accentunder alttext actiontype align bevelled close columnalign columnlines columnspacing
  columnspan denomalign depth dir display displaystyle encoding equalcolumns equalrows fence form frame
  framespacing linethickness lquote lspace mathbackground mathcolor mathsize mathvariant maxsize minsize
  movablelimits notation numalign rowalign rowlines rowspacing rowspan rquote rspace scriptlevel scriptminsize
  scriptsizemultiplier selection separator separators stretchy subscriptshift superscriptshift symmetric voffset
  width height xmlns`;

const known = new Set([common, some, svg, math].flatMap((names) => names.split(/\s+/)));

/** Texts that only programs read, and names for people. */
const notDrawn = new Set(
  `about accesskey alttext itemid itemprop itemref itemscope itemtype label property resource summary title typeof
  vocab xlink:title`.split(/\s+/),
);

/** Whether an attribute affects how browsers draw an SVG image, also those of HTML in it. */
export function isDrawnAttribute(name: string): boolean {
  const lower = name.toLowerCase();
  return known.has(lower) && !notDrawn.has(lower);
}

/** Elements that load what their `src`, `href` or `poster` names, so that the page must contain it. */
const loading = new Set(['img', 'video', 'audio', 'source', 'track', 'input']);
/** Elements of SVG that copy or paint another element. */
const referring = new Set([
  ...['use', 'mpath', 'textPath', 'linearGradient', 'radialGradient', 'pattern', 'filter'],
  ...['animate', 'animateMotion', 'animateTransform', 'set'],
]);

/** An element and one of its attributes. */
export interface Attribute {
  readonly element: string;
  /** In lower case. */
  readonly name: string;
  /** With character references replaced. */
  readonly value: string;
}

/** Attributes that would run code, load something or send something out. */
const unsafe =
  /^(?:on.*|srcdoc|srcset|imagesrcset|action|formaction|ping|background|lowsrc|dynsrc|manifest)$/;

/**
 * Whether an attribute may be in the page; `unknown` if it would have no effect.
 */
export function checkSafety(attribute: Attribute): 'safe' | 'unsafe' | 'unknown' {
  const { name } = attribute;
  if (unsafe.test(name)) return 'unsafe';
  if (!isKnownAttribute(attribute)) return 'unknown';
  return isSafeValue(attribute) ? 'safe' : 'unsafe';
}

/** Elements that may have a name. That of an image would replace properties of the document. */
const named = /^(?:a|button|details|fieldset|input|map|output|param|select|textarea)$/;

/** Attributes with which reveal.js opens files and pages over a slide, which a page without requests cannot do. */
export function isPreview(name: string): boolean {
  return name.startsWith('data-preview-');
}

function isKnownAttribute({ element, name }: Attribute): boolean {
  if (isPreview(name)) return false;
  if (name === 'name') return named.test(element);
  // What scripts of the author read.
  if (isCustomElement(element)) return /^[a-z_][\w.:-]*$/.test(name);
  return known.has(name) || /^(?:data|aria)-[\w.:-]*$/.test(name);
}

function isSafeValue({ element, name, value }: Attribute): boolean {
  switch (name) {
    case 'src':
    case 'poster':
      return loading.has(element) && isContained(value);
    case 'href':
    case 'xlink:href':
      return isSafeReference(element, value);
    case 'target':
      return isSafeTarget(value);
    // An animation may set any attribute.
    case 'attributename':
      return isAnimated(value);
    case 'alt':
    case 'title':
    case 'id':
    case 'for':
      return true;
    default:
      // Styles, and attributes of SVG such as `fill="url(#gradient)"`, are CSS.
      return name.startsWith('data-') || name.startsWith('aria-') || !loadsFile(value);
  }
}

/** Whether a link opens in its own window or a new one; a name could be that of another page's window. */
export function isSafeTarget(target: string): boolean {
  return /^\s*(?:_blank|_self)?\s*$/i.test(target);
}

/** The scheme of an address that would run code or show what it contains itself; in lower case. */
export function unsafeScheme(href: string): string | undefined {
  // Browsers ignore control characters and spaces in a scheme.
  const [, scheme] = /^([a-z][a-z\d+.-]*):/i.exec(href.replace(/[\u0000-\u0020]/g, '')) ?? [];
  return unsafeSchemes.find((each) => each === scheme?.toLowerCase());
}

const unsafeSchemes = ['javascript', 'vbscript', 'data', 'blob', 'filesystem'];

function isSafeReference(element: string, value: string): boolean {
  if (element === 'a' || element === 'area') return unsafeScheme(value) === undefined;
  return referring.has(element) && /^\s*#/.test(value);
}

/** Whether the page contains a file: as its data, or as a mark that is replaced by them. */
function isContained(value: string): boolean {
  return (
    value.trim() === '' || /^(?:\uFDD0|\s*data:(?:image|video|audio|text\/vtt)[/;,])/i.test(value)
  );
}

function isAnimated(name: string): boolean {
  return !/^\s*(?:on|(?:xlink:)?href\b|src\b|style\b)/i.test(name);
}
