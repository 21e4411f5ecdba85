/** A separate window, or a panel docked next to the slides. */
export type SpeakerViewKind = 'window' | 'panel';

/** The empty HTML of the speaker view. Contains nothing of the deck. */
export function speakerMarkup(kind: SpeakerViewKind): string {
  const level = kind === 'window' ? 'h1' : 'h2';
  const other = kind === 'window' ? 'As a panel' : 'Own window';
  return `<header class="desk-bar">
<div class="desk-watch">
<span class="desk-elapsed" role="timer" aria-label="Elapsed time">0:00</span>
${button('pause', 'Start')}${button('reset', 'Reset')}
</div>
<strong class="desk-pace" hidden></strong>
${figure('slide-time', 'on this slide')}${figure('left', 'to the end')}${figure('clock', 'clock')}
</header>
<div class="desk-plan" aria-hidden="true" hidden><i class="desk-done"></i><i class="desk-gone"></i></div>
<div class="desk-area">
<section class="desk-slides" aria-label="Slides">
<div class="desk-head" role="status"><span class="desk-place"></span><${level} class="desk-title" dir="auto"></${level}><span class="desk-steps"></span></div>
${slideBox('current', 'Current slide: go on')}
<p class="desk-next-name"></p>
${slideBox('next', 'Next step: go on')}
<div class="desk-buttons">${button('back', 'Back')}${button('go', 'Next')}${button('times', 'Times')}${button('swap', other)}</div>
</section>
<div class="desk-split" role="separator" tabindex="0" aria-label="Room for slides" aria-orientation="vertical" aria-valuemin="20" aria-valuemax="75" aria-valuenow="42"></div>
<section class="desk-notes" aria-label="Notes">
<div class="desk-head"><h2>Notes</h2>${button('smaller', 'A−', 'A− smaller notes')}${button('larger', 'A+', 'A+ larger notes')}</div>
<div class="desk-pane" role="region" tabindex="0" aria-label="Text of the notes"></div>
</section>
</div>
<dialog class="desk-log" aria-label="Times"></dialog>
<p class="desk-lost" role="alert" hidden></p>
`;
}

function button(name: string, text: string, label?: string): string {
  const described = label ? ` aria-label="${label}"` : '';
  return `<button type="button" class="desk-${name}"${described}>${text}</button>`;
}

/** A box for a slide, covered by a button. */
function slideBox(name: string, label: string): string {
  return `<div class="desk-picture desk-${name}"><button type="button" aria-label="${label}"></button></div>`;
}

function figure(name: string, label: string): string {
  return `<span class="desk-figure desk-${name}" hidden><b></b><span>${label}</span></span>`;
}
