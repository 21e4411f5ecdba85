import { type Html, html } from '../../base/html.ts';
import { capitalize, writePlace } from '../../base/report/report-page.ts';
import type { ExcusedFinding, Finding } from '../finding.ts';
import type { FindingImage } from '../page/finding-images.ts';
import type { DeckReport } from './report.ts';
import { criteriaOf } from './results.ts';

/** All findings by slides, each slide with its image; then what comments excuse. */
export function findingsSection({ checked }: DeckReport): Html {
  const { findings, excused, page, images } = checked;
  const general = findings.filter(({ slide }) => slide === undefined);
  const slides = page?.slides ?? [];
  const none = findings.length === 0 && html`<p>Nothing was found by these tests.</p>\n`;
  return html`<h3>Findings</h3>
${none}${general.length > 0 && html`<h4>The deck as a whole</h4>\n${general.map((finding) => article(finding))}`}${slides.map(
  ({ number, title }) => {
    const found = findings.filter(({ slide }) => slide === number);
    const image = images.find(({ slide }) => slide === number);
    return (
      found.length > 0 &&
      html`<h4>Slide ${number}${title && `: ${title}`}</h4>
${image && figure(image, title)}${found.map((finding, index) => article(finding, image && index + 1))}`
    );
  },
)}${
  excused.length > 0 &&
  html`<h4>Ignored by comments of the author</h4>\n${excused.map((finding) => article(finding))}`
}`;
}

function figure({ slide, content, findings }: FindingImage, title: string): Html {
  const frames = findings.map(({ diagnostic: { code } }, index) => `${index + 1} ${code}`);
  const alt = `Slide ${slide}${title && `, ${title}`}. Framed: ${frames.join(', ')}.`;
  const url = `data:image/png;base64,${content.toString('base64')}`;
  return html`<figure><img src="${url}" alt="${alt}"></figure>\n`;
}

/** @param number of its frame in the image of its slide */
function article(finding: Finding | ExcusedFinding, number?: number): Html {
  const { severity, message, hint, code } = finding.diagnostic;
  const ids = criteriaOf(finding);
  const concerns = ids.length > 0 && html`; concerns ${ids.join(', ')} of WCAG`;
  return html`<div class="finding">
<p>${number !== undefined && html`<strong>${number}.</strong> `}<strong>${capitalize(message)}.</strong></p>
${hint !== undefined && html`<p class="hint">What to do: ${hint}.</p>\n`}${
  'reason' in finding && html`<p>Ignored because: ${finding.reason || 'no reason is given'}.</p>\n`
}<p class="soft">${capitalize(severity)} <code>${code}</code>${writePlace(finding.diagnostic)}${concerns}</p>
</div>
`;
}
