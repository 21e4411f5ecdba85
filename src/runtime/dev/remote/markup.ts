const icons = {
  previous: 'M15 5 8 12l7 7',
  next: 'm9 5 7 7-7 7',
  dark: 'M4 5h16v11H4zM9 20h6',
  list: 'M4 6h16M4 12h16M4 18h16',
} as const;

const closeButton = '<button type="button" class="remote-close">Close</button>';

/** The empty HTML of the remote. Contains nothing of the deck. */
export const markup = `<header class="remote-bar">
<button type="button" class="remote-clock" aria-haspopup="dialog"><span class="speaker-elapsed">0:00</span> <span class="remote-left" hidden></span><span class="remote-hidden">Time</span></button>
<strong class="speaker-pace" hidden></strong>
<button type="button" class="remote-open" aria-haspopup="dialog"><span class="remote-position"></span>${icon('list')}<span class="remote-hidden">All slides</span></button>
</header>
<div class="speaker-timeline" aria-hidden="true" hidden><i class="speaker-timeline-done"></i><i class="speaker-timeline-elapsed"></i></div>
<p class="remote-status" role="status"></p>
<p class="remote-announcer remote-hidden" role="status"></p>
<section class="remote-slides" aria-label="Slides">
<div class="speaker-slide remote-current"><span class="remote-blank" aria-hidden="true">Screen is black</span></div>
<p class="remote-next-name"></p>
<div class="speaker-slide remote-upcoming"></div>
</section>
<section class="speaker-notes" aria-label="Notes">
<div class="speaker-header"><h1 class="speaker-title" dir="auto"></h1><button type="button" class="remote-smaller" aria-label="A− smaller notes">A−</button><button type="button" class="remote-larger" aria-label="A+ larger notes">A+</button></div>
<div class="speaker-pane" role="region" tabindex="0" aria-label="Speaker notes"></div>
</section>
<nav class="remote-keys" aria-label="Control the slides">
<button type="button" class="remote-previous" aria-label="Previous">${icon('previous')}</button>
<button type="button" class="remote-toggle-blank" aria-pressed="false" aria-label="Black screen">${icon('dark')}<span aria-hidden="true">Black</span></button>
<button type="button" class="remote-next" aria-label="Next">${icon('next')}<span aria-hidden="true">Next</span></button>
</nav>
<dialog class="remote-time" aria-label="Time" closedby="any">
<header><span class="remote-elapsed" role="timer" aria-label="Elapsed time">0:00</span>${closeButton}</header>
<div class="remote-timer"><button type="button" class="remote-toggle">Start</button><button type="button" class="remote-reset">Reset</button></div>
</dialog>
<dialog class="remote-list" aria-label="All slides">
<header><h2>All slides</h2>${closeButton}</header>
<ol role="list"></ol>
<footer></footer>
</dialog>
`;

function icon(name: keyof typeof icons): string {
  return `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${icons[name]}"/></svg>`;
}
