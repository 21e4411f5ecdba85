import Reveal from 'reveal.js';
import type { Part } from './feature.ts';
import { jump } from './find/jump.ts';
import { search } from './find/search.ts';
import { announcer } from './navigation/announce.ts';
import { controls } from './navigation/controls.ts';
import { addShortcuts, listenForKeys } from './navigation/keyboard.ts';
import { walk } from './navigation/navigation.ts';
import { progress } from './navigation/progress.ts';
import { screen } from './navigation/screen.ts';
import { penTool } from './pen/pen.ts';
import { paper } from './print.ts';
import { reading } from './reading/reading.ts';
import { settings } from './settings.ts';
import { backdrop } from './slides/backdrop.ts';
import { overview } from './slides/overview.ts';
import { addCopyPainter } from './slides/slide-copy.ts';
import { speaker } from './speaker/speaker.ts';
import { addLack, help } from './tools/help.ts';
import { laser } from './tools/laser.ts';
import { number } from './tools/slide-number.ts';
import { swipe } from './tools/swipe.ts';
import { awake } from './tools/wake-lock.ts';
import { zoom } from './tools/zoom.ts';

/** Parts that only some decks need; each deck's entry names its own. */
export interface Extras {
  readonly autoAnimate?: Part;
  readonly codeSteps?: Part;
  readonly charts?: Part;
  readonly chartSteps?: Part;
  readonly chartData?: Part;
  readonly video?: Part;
}

/** Starts the deck in the page. */
export async function start(extras: Extras): Promise<void> {
  const { autoAnimate, codeSteps, charts, chartSteps, chartData, video } = extras;
  // A key that several parts answer to goes to the first of them that wants it.
  //                present                       show on a copy       print
  const parts = {
    backdrop, //     the slide's ground beside it  –                    –
    progress, //     how far the talk is           –                    –
    controls, //     arrows beside the slide       –                    –
    announcer, //    tells of each slide           –                    –
    autoAnimate, //  slide goes over into slide    –                    –
    codeSteps, //    the lines in focus            the lines in focus   all lines alike
    charts, //       on the slide that is shown    –                    their pictures
    chartSteps, //   –                             as at that step      –
    chartData, //    as tables, on demand          –                    –
    video, //        halted and played by a key    –                    –
    // After those that change what is on a slide: it may put copies into its place.
    paper, //        –                             –                    every slide, in full
    laser, //        a dot of light, on demand     –                    –
    pen: penTool, // drawings on the slides        the drawings         the drawings
    jump, //         to a slide by its title       –                    –
    search, //       through the text              –                    –
    zoom, //         into the slide, on demand     –                    –
    number, //       to a slide by its number      –                    –
    overview, //     all slides, on demand         –                    –
    reading, //      as one page, on demand        –                    –
    screen, //       full or black                 –                    –
    awake, //        keeps it from going dark      –                    –
    speaker, //      notes, next step, times       –                    –
    walk, //         by keys and clickers          –                    –
    swipe, //        by a finger                   –                    –
    help, //         all keys, on demand           –                    –
  };
  const root = document.querySelector<HTMLElement>('main.deck');
  if (!root) return;
  root.classList.add('reveal');
  const deck = new Reveal(root, settings(root));
  const present: readonly (Part | undefined)[] = Object.values(parts);
  for (const part of present) {
    part?.present?.(deck);
    addShortcuts(part?.shortcuts?.(deck) ?? []);
    if (part?.lacks) addLack(part.lacks);
    if (part?.show) addCopyPainter(part.show);
  }
  listenForKeys(window);
  printWith(present);
  // For scripts that the deck's author adds.
  Object.assign(window, { Reveal: deck });
  await Promise.all([deck.initialize(), loadFonts()]);
  document.documentElement.dataset.ready = '';
}

/** Loads the faces of later slides too, so that none flashes up in another one. */
async function loadFonts(): Promise<void> {
  await Promise.allSettled([...document.fonts].map((face) => face.load()));
}

function printWith(parts: readonly (Part | undefined)[]): void {
  let undo: (() => void)[] = [];
  addEventListener('beforeprint', () => {
    undo = parts.flatMap((part) => part?.print?.() ?? []);
  });
  addEventListener('afterprint', () => {
    for (const restore of undo.reverse()) restore();
    undo = [];
  });
}
