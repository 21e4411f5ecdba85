import type { Report } from '../../../base/diagnostics/report.ts';
import { readLanguage } from '../../../base/language-tag.ts';
import {
  type Attribute,
  checkSafety,
  isPreview,
  isSafeTarget,
  unsafeScheme,
} from '../../../base/safe-html/attributes.ts';
import { isKnownElement, isForbidden as isRemoved } from '../../../base/safe-html/elements.ts';
import { languageHint, languageTag } from '../../../base/yaml/language.ts';
import type { Span } from '../../../model/source.ts';
import { attributeHint, elementHint } from '../../foreign/tags.ts';

/** What to write instead of an element that is not allowed. */
const instead: Readonly<Record<string, string>> = {
  script: 'list the file under "scripts:" in the front matter',
  style: 'put its rules under "css:", in the settings of the slide or in the front matter',
  link: 'list style sheets under "styles:" in the front matter',
  meta: 'the front matter has the keys title, author and description',
  title: 'the front matter has the key title; a drawing is named by aria-label',
};

/** Frames are replaced, and `image` is read as an image outside of drawings. */
const treatedElsewhere = new Set(['iframe', 'embed', 'object', 'image', 'feimage']);

/** The forbidden effects of attributes. */
const attributes: Readonly<Record<string, string>> = {
  action: 'send something out',
  formaction: 'send something out',
  ping: 'send something out',
  srcdoc: 'make a page in the page',
  background: 'load a file',
  srcset: 'load a file',
};

/** Whether an element is not allowed in a deck. @param element in lower case */
export function isForbidden(element: string): boolean {
  return isRemoved(element) && !treatedElsewhere.has(element);
}

/**
 * Reports an element that is not allowed in a deck, or that browsers do not know.
 *
 * @param written its name in the source, such as `String` of `List<String>`
 */
export function checkElement(written: string, span: Span, report: Report): void {
  const name = written.toLowerCase();
  const foreign = elementHint(name);
  if (isForbidden(name)) {
    report.add('html-unsafe', span, `<${name}> is not allowed in a deck`, instead[name]);
  } else if (foreign !== undefined) {
    const message = `browsers know no element <${written}>: only its content is shown`;
    report.add('html-unknown', span, message, foreign);
  } else if (!isKnownElement(name)) {
    const message = `browsers know no element <${written}>: only its content is shown`;
    report.add('html-unknown', span, message, textHint);
  }
}

/** How to write the name of an element as text. */
const textHint = 'for text, write &lt; or put it between backticks';

/** Reports an end tag that closes nothing, of an element that browsers do not know. */
export function reportUnknownEnd(name: string, span: Span, report: Report): void {
  const message = `browsers know no element <${name}>, and this </${name}> closes nothing`;
  report.add('html-unknown', span, message, textHint);
}

/**
 * Reports an attribute that would run code or load something that is not in the file.
 *
 * @param value with its character references replaced
 */
export function checkAttribute(
  element: string,
  name: string,
  value: string,
  span: Span,
  report: Report,
): void {
  const isLink = /^(?:xlink:)?href$/.test(name);
  // SVG may refer to its own elements.
  const isPicture = /^(?:image|use|feimage)$/.test(element) && !value.startsWith('#');
  if (name.startsWith('on')) {
    const hint = 'scripts run only where "scripts:" in the front matter lists them';
    report.add('html-unsafe', span, `${name} would run code`, hint);
  } else if (Object.hasOwn(attributes, name)) {
    const hint = attributes[name] === 'load a file' ? 'name the file with src' : undefined;
    report.add('html-unsafe', span, `${name} would ${attributes[name]}`, hint);
  } else if (isLink && isPicture) {
    const hint = 'draw it here, or use <img src="…">';
    report.add('html-unsafe', span, `${name} would load a file`, hint);
  } else if (isLink) {
    checkLink(value, span, report);
  } else if (name === 'target' && !isSafeTarget(value)) {
    const hint = 'write _blank for a new window';
    report.add('html-unsafe', span, `this target is the name of a window`, hint);
  } else checkOther({ element, name, value }, span, report);
}

/** An empty one is valid: the language is unknown. */
function checkLanguage(value: string, span: Span, report: Report): void {
  if (value === '' || readLanguage(value) !== undefined) return;
  report.add('value-invalid', span, `"lang" needs ${languageTag}`, languageHint(value));
}

function checkOther(attribute: Attribute, span: Span, report: Report): void {
  const { element, name } = attribute;
  // Frames are replaced with their attributes.
  if (isRemoved(element)) return;
  if (isPreview(name)) {
    reportPreview(name, span, report);
    return;
  }
  if (name === 'lang') checkLanguage(attribute.value, span, report);
  const safety = checkSafety(attribute);
  if (safety === 'unknown' && isKnownElement(element)) {
    const message = `browsers know no attribute "${name}" of <${element}>: it is left out`;
    // The rest of a path, as in `src=my photo.png`.
    const isRest = /\.[a-z\d]{2,5}$|^\(|\)$/.test(name);
    const hint =
      attributeHint(name) ??
      (isRest
        ? 'put a value with spaces between quotes: src="my photo.png"'
        : 'for scripts and styles, write data-…');
    report.add('html-unknown', span, message, hint);
    // Files have checks of their own.
  } else if (safety === 'unsafe' && name !== 'src' && name !== 'poster') {
    const hint =
      name === 'style'
        ? 'put the rule into a file and list that under "styles:" in the front matter'
        : 'refer to an element of the same drawing: url(#name)';
    report.add('html-unsafe', span, `this ${name} would load a file`, hint);
  }
}

/** Reports an attribute with which reveal.js opens something over a slide. */
export function reportPreview(name: string, span: Span, report: Report): void {
  const message = `a page cannot open what ${name} names over a slide: it is left out`;
  report.add('html-unknown', span, message, 'show it on a slide, or link to it');
}

/** Reports that an element has an attribute twice. */
export function reportRepeated(name: string, span: Span, report: Report): void {
  const message = `browsers ignore the second "${name}" of an element`;
  const hint = name === 'class' ? 'write all classes into one: class="one two"' : 'remove it';
  report.add('html-unbalanced', span, message, hint);
}

/** Reports a link that would run code. */
export function checkLink(href: string, span: Span, report: Report): void {
  const scheme = unsafeScheme(href);
  if (scheme === undefined) return;
  const message = `a link must not be a "${scheme}:" address`;
  const hint =
    scheme === 'data'
      ? 'save what it contains as a file next to the deck, and link to that file'
      : 'link to a web address, a file, or a slide: #its-title';
  report.add('link-unsafe', span, message, hint);
}
