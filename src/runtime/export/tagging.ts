import type { PrintedKind, PrintedTag } from '../../model/printed-tag.ts';
import type { MediaWords } from '../../model/words.ts';

export { textOfSlides } from './slide-text.ts';

/**
 * Prepares the page for the tags of its PDF: marks the elements whose tags the browser does not know, and shows
 * what it would leave out.
 *
 * @param words of videos and audio, by language
 * @returns the tags, in the order of their tokens
 */
export function prepareTags(words: Readonly<Record<string, MediaWords>>): readonly PrintedTag[] {
  const tags: PrintedTag[] = [];
  const mark = (element: Element, kind: PrintedKind): void => {
    // An element of this role is in the tags, with its content, and with this text.
    element.setAttribute('role', 'figure');
    element.removeAttribute('aria-hidden');
    const token = `lectern-tag-${tags.length}`;
    element.setAttribute('aria-label', token);
    tags.push({ token, ...kind });
  };
  for (const element of all('math')) {
    const copied = element.getAttribute('alttext') ?? element.textContent ?? '';
    const text = element.ariaLabel ?? copied;
    // Nothing in an image is in the tags.
    if (element.ariaLabel !== null) element.parentElement?.removeAttribute('role');
    mark(element, { kind: 'formula', text, copied });
  }
  for (const text of all('.slide-footer-text')) text.removeAttribute('aria-hidden');
  for (const element of all('.slide-header')) mark(element, { kind: 'artifact', place: 'Header' });
  for (const element of all('.slide-footer')) mark(element, { kind: 'artifact', place: 'Footer' });
  for (const element of all('.slide-number')) mark(element, { kind: 'artifact', place: 'Footer' });
  for (const element of all('.footnote-ref')) mark(element, { kind: 'reference' });
  for (const element of all('.footnotes > *')) mark(element, { kind: 'note' });
  for (const term of all('dl > dt, dl > div > dt')) mark(wrapContent(term), { kind: 'term' });
  for (const control of all('select, progress, meter')) {
    mark(control, { kind: 'figure', text: textOfControl(control) });
  }
  for (const video of all('video')) {
    if (isDecorative(video)) continue;
    const own = words[languageOf(video)];
    const name = video.getAttribute('aria-label') || video.getAttribute('title') || own?.video;
    mark(figureOf(video), { kind: 'figure', text: textOfMedia(video, name, own) });
  }
  for (const label of all('.audio-label')) {
    const text = textOfMedia(label, label.textContent, words[languageOf(label)]);
    mark(label, { kind: 'figure', text });
  }
  for (const element of all(passages)) mark(element, { kind: 'passage' });
  for (const element of all('img:not([alt], [aria-label], [aria-labelledby], [title])')) {
    if (!element.matches('[role="presentation"], [role="none"]') && !isDecorative(element)) {
      mark(element, { kind: 'unnamed' });
    }
  }
  // With a role of its own, a link is none for the browser.
  for (const link of all('a[href][role]')) link.removeAttribute('role');
  fillEmptyCells();
  separateLines();
  return tags;
}

/** Inline elements in another language, which the browser leaves out. */
const passages = [
  'span',
  'em',
  'strong',
  'i',
  'b',
  'q',
  'cite',
  'mark',
  'small',
  'bdi',
  'bdo',
  'abbr',
]
  .map((name) => `${name}[lang]:not([role])`)
  .join(',');

function all(selector: string): readonly Element[] {
  return Array.from(document.querySelectorAll(`.slides :is(${selector})`));
}

/** Slides that are not on stage are hidden, too, until they are printed. */
function isDecorative(element: Element): boolean {
  const hidden = element.closest('[aria-hidden="true"]');
  return hidden !== null && !hidden.matches('.slide, .stack, .fragment');
}

/** The browser tags a term as an item of a list, whatever its role. */
function wrapContent(element: Element): Element {
  const content = document.createElement('span');
  content.style.display = 'contents';
  content.append(...element.childNodes);
  element.append(content);
  return content;
}

/** What the browser paints without a text that is read. */
function textOfControl(control: Element): string {
  const label = control.getAttribute('aria-label') ?? control.getAttribute('title');
  const prefix = label ? `${label}: ` : '';
  if (control instanceof HTMLSelectElement) {
    const chosen = Array.from(control.selectedOptions, ({ text }) => text.trim());
    return prefix + (chosen.join(', ') || '–');
  }
  const { value, max } = control as HTMLMeterElement | HTMLProgressElement;
  return `${prefix}${Math.round((100 * value) / max)} %`;
}

/** The element that is tagged for a video, which cannot have another role. */
function figureOf(video: Element): Element {
  const figure = video.closest('figure');
  if (figure?.querySelectorAll('img, svg, video').length === 1) return figure;
  // An element around it, or next to it, would change what style sheets select.
  const owner = document.createElement('span');
  owner.style.display = 'contents';
  video.id ||= `lectern-video-${all('video').indexOf(video)}`;
  owner.setAttribute('aria-owns', video.id);
  (video.parentElement ?? video).after(owner);
  return owner;
}

/** The name of a video or audio, and where it plays. */
function textOfMedia(media: Element, name = '', words?: MediaWords): string {
  const address = media.getAttribute('data-address');
  if (address !== null) return `${name} (${address})`;
  // A name may contain what `replace` has a meaning for.
  return words?.inHtmlDeck.replace('{a}', () => name) ?? name;
}

function languageOf(element: Element): string {
  return element.closest<HTMLElement>('[lang]')?.lang ?? '';
}

/** At the end of a line of code, the browser paints nothing: without a space, its last word and the next are one. */
function separateLines(): void {
  for (const code of all('pre')) {
    const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      if (text.data.includes('\n')) text.data = text.data.replaceAll('\n', ' \n');
    }
  }
}

/** The browser leaves out a cell that paints nothing. A space takes no room here. */
function fillEmptyCells(): void {
  for (const cell of all('td, th')) {
    if (
      cell.textContent?.trim() !== '' ||
      cell.querySelector('img, svg, video, audio, math, input')
    )
      continue;
    const space = document.createElement('span');
    space.style.cssText = 'position:absolute;white-space:pre';
    space.textContent = ' ';
    cell.append(space);
  }
}
