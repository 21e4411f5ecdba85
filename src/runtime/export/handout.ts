import type { HandoutPlan } from '../../model/handout.ts';
import { notesOf } from '../slides/notes.ts';
import css from './handout.css';

/**
 * Prepares the page to be printed as a handout. The slides must be prepared for printing already.
 */
export function prepareHandout(plan: HandoutPlan): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(writePageRule(plan) + css);
  document.adoptedStyleSheets.push(sheet);
  document.documentElement.classList.add('handout');
  addEventListener('beforeprint', () => layOut(plan));
}

/** Page margins with page numbers, which only the browser knows. */
function writePageRule({ title, author, date, width, height }: HandoutPlan): string {
  const font = getComputedStyle(document.documentElement).getPropertyValue('--font-text');
  const box = (place: string, content: string) =>
    `@${place}{content:${content};font:8pt ${font};color:#666;vertical-align:${
      place.startsWith('top') ? 'top;padding-top:11mm' : 'bottom;padding-bottom:10mm'
    }}`;
  const start = document.documentElement.dir === 'rtl' ? 'right' : 'left';
  const end = start === 'left' ? 'right' : 'left';
  const boxes = [
    box(`top-${start}`, quote(title)),
    box(`top-${end}`, quote(date ?? '')),
    box(`bottom-${start}`, quote(author ?? '')),
    box(`bottom-${end}`, `counter(page) " / " counter(pages)`),
  ];
  return `@page{size:${width}mm ${height}mm;margin:24mm 18mm 20mm;${boxes.join('')}}`;
}

/** Quotes a text as a CSS string. */
function quote(text: string): string {
  return `"${text.replace(/["\\\n\r\f]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}

function layOut(plan: HandoutPlan): void {
  const deck = document.querySelector<HTMLElement>('.slides');
  const slides = [...document.querySelectorAll<HTMLElement>('.slides section.slide')];
  const perSheet = plan.columns * plan.rows;
  const sheets: HTMLElement[] = [];
  for (let first = 0; first < slides.length; first += perSheet) {
    const sheet = element('div', `handout-sheet beside-${plan.beside}`);
    sheet.append(...slides.slice(first, first + perSheet).map((slide) => createCell(slide, plan)));
    sheets.push(sheet);
  }
  deck?.replaceChildren(...sheets);
  setSizes(plan);
}

function setSizes({ columns, rows, height, slideWidth }: HandoutPlan): void {
  const { width, height: lines } = document.querySelector<HTMLElement>('.deck')?.dataset ?? {};
  const sizes = {
    columns,
    rows,
    // Minus the margins, and a tolerance so that rounding does not add a page.
    sheet: `${height - 44 - 0.2}mm`,
    frame: `${slideWidth}mm`,
    'frame-height': `${(slideWidth * Number(lines)) / Number(width)}mm`,
    shrink: (slideWidth * 96) / 25.4 / Number(width),
  };
  for (const [name, value] of Object.entries(sizes)) {
    document.documentElement.style.setProperty(`--handout-${name}`, String(value));
  }
}

/** A slide of the handout with its number and its notes or lines. */
function createCell(slide: HTMLElement, { beside }: HandoutPlan): HTMLElement {
  const notes = notesOf(slide);
  const cell = element('div', 'handout-cell');
  const frame = element('div', 'handout-frame');
  const caption = element('div', 'handout-caption');
  caption.append(element('span', 'handout-number', slide.dataset.number));
  frame.append(slide);
  cell.append(frame);
  if (beside !== 'notes') cell.append(caption);
  if (beside === 'lines') cell.append(createLines());
  if (beside === 'notes') cell.append(createNotes(notes, caption, slide.dataset.seconds));
  return cell;
}

function createNotes(
  notes: readonly ChildNode[] | undefined,
  caption: HTMLElement,
  seconds: string | undefined,
): HTMLElement {
  const text = element('div', 'handout-notes on-light flow');
  if (seconds) caption.append(element('span', 'handout-time', formatDuration(Number(seconds))));
  text.append(caption, ...(notes ?? []));
  return text;
}

/** More lines than fit; the rest is clipped. */
function createLines(): HTMLElement {
  const lines = element('div', 'handout-lines');
  lines.ariaHidden = 'true';
  lines.append(...Array.from({ length: 12 }, () => element('div', 'handout-line')));
  return lines;
}

/** `1:30` */
function formatDuration(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
