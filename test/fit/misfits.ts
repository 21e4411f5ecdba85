/** Texts that are over the footer or the edge of the shown slide, or too small. */
export function findMisfits(): readonly string[] {
  const slide = document.querySelector<HTMLElement>('section.slide.present');
  if (!slide) return ['no slide'];
  const edge = slide.getBoundingClientRect();
  const unit = edge.width / slide.offsetWidth;
  const footer = slide.querySelector('.slide-footer')?.getBoundingClientRect().top ?? edge.bottom;
  const found: string[] = [];
  for (const element of slide.querySelectorAll<HTMLElement>('.layout *, .footnotes *')) {
    if (element.closest('.chart, sub, sup, math') || !element.checkVisibility()) continue;
    const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const text = texts.map(({ textContent }) => textContent?.trim()).join('');
    if (text === '') continue;
    const box = element.getBoundingClientRect();
    const name = `${slide.dataset.title}: ${text.slice(0, 30)}`;
    if (box.bottom > footer + 1) found.push(`${name} is over the footer`);
    if (box.right > edge.right - 20) found.push(`${name} is over the edge`);
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    const least = element.closest('table, .code, code, .part') ? 16 : 18;
    if (size < least - 0.01) found.push(`${name} has ${size} pixels`);
  }
  const images = slide.querySelectorAll('.layout img, .chart-box');
  for (const image of images) {
    const { height, bottom } = image.getBoundingClientRect();
    if (height < 100 * unit) found.push(`${slide.dataset.title}: an image has ${height} pixels`);
    if (bottom > footer) found.push(`${slide.dataset.title}: an image is over the footer`);
  }
  return found;
}
