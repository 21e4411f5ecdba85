import type { ContentKind, PageContents } from '../../model/contents.ts';

/** What each kind of content is; `drawing`: charts, diagrams, icons; `script`: frames and what scripts draw on. */
const selectors: Readonly<Record<Exclude<ContentKind, 'text'>, string>> = {
  heading: 'h1, h2, h3, h4, h5, h6',
  link: 'a[href]',
  image: 'img, picture, .slide-background',
  drawing: 'svg',
  table: 'table',
  formula: 'math',
  list: 'ul, ol, dl',
  video: 'video',
  // In print, labels stand for players: see src/6-export/browser/audio-labels.ts.
  audio: 'audio, .audio-label',
  control: 'input, select, textarea, button, [contenteditable], [role=button]',
  script: 'iframe, object, embed, script, canvas:not(.chart canvas)',
};

/** What the slides of a page contain, and the title and the language of the page. */
export function pageContents(): PageContents {
  const slides = [...document.querySelectorAll<HTMLElement>('.slides section.slide')];
  const found = slides.map((slide) => [Number(slide.dataset.number), kindsOf(slide)] as const);
  const { title, documentElement } = document;
  return { title, lang: documentElement.lang, slides: Object.fromEntries(found) };
}

function kindsOf(slide: HTMLElement): readonly ContentKind[] {
  const kinds = Object.entries(selectors).filter(([, selector]) => slide.querySelector(selector));
  const text: readonly ContentKind[] = slide.innerText.trim() === '' ? [] : ['text'];
  return [...text, ...kinds.map(([kind]) => kind as ContentKind)];
}
