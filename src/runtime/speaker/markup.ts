import { words } from '../words.ts';

/** A separate window, or a panel docked next to the slides. */
export type SpeakerViewKind = 'window' | 'panel';

/** The empty HTML of the speaker view. Contains nothing of the deck. */
export function speakerMarkup(kind: SpeakerViewKind): string {
  const level = kind === 'window' ? 'h1' : 'h2';
  const t = words();
  const other = kind === 'window' ? t.asPanel : t.inWindow;
  return `<header class="speaker-bar">
<div class="speaker-timer">
<span class="speaker-elapsed" role="timer" aria-label="${t.elapsed}">0:00</span>
${button('pause', t.startTimer)}${button('reset', t.reset)}
</div>
<strong class="speaker-pace" hidden></strong>
${figure('slide-time', t.onThisSlide)}${figure('left', t.remaining)}${figure('clock', t.clock)}
</header>
<div class="speaker-timeline" aria-hidden="true" hidden><i class="speaker-timeline-done"></i><i class="speaker-timeline-elapsed"></i></div>
<div class="speaker-content">
<section class="speaker-slides" aria-label="${t.slides}">
<div class="speaker-header" role="status"><span class="speaker-position"></span><${level} class="speaker-title" dir="auto"></${level}><span class="speaker-steps"></span></div>
${slideBox('current', t.currentAdvance)}
<p class="speaker-next-name"></p>
${slideBox('next', t.nextAdvance)}
<div class="speaker-buttons">${button('back', t.back)}${button('forward', t.next)}${button('times', t.times)}${button('swap', other)}</div>
</section>
<div class="speaker-splitter" role="separator" tabindex="0" aria-label="${t.sizeOfSlides}" aria-orientation="vertical" aria-valuemin="20" aria-valuemax="75" aria-valuenow="42"></div>
<section class="speaker-notes" aria-label="${t.notes}">
<div class="speaker-header"><h2>${t.notes}</h2>${button('smaller', 'A−', t.smaller)}${button('larger', 'A+', t.larger)}</div>
<div class="speaker-pane" role="region" tabindex="0" aria-label="${t.speakerNotes}"></div>
</section>
</div>
<dialog class="speaker-log" aria-label="${t.times}"></dialog>
<p class="speaker-alert" role="alert" hidden></p>
`;
}

function button(name: string, text: string, label?: string): string {
  const described = label ? ` aria-label="${label}"` : '';
  return `<button type="button" class="speaker-${name}"${described}>${text}</button>`;
}

/** A box for a slide, covered by a button. */
function slideBox(name: string, label: string): string {
  return `<div class="speaker-slide speaker-${name}"><button type="button" aria-label="${label}"></button></div>`;
}

function figure(name: string, label: string): string {
  return `<span class="speaker-figure speaker-${name}" hidden><b></b><span>${label}</span></span>`;
}
