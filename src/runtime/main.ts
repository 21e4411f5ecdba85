import Reveal from 'reveal.js';
import type { BrowserFeature } from './feature.ts';
import { jump } from './find/jump.ts';
import { search } from './find/search.ts';
import { announcer } from './navigation/announce.ts';
import { controls } from './navigation/controls.ts';
import { addShortcuts, listenForKeys } from './navigation/keyboard.ts';
import { navigation } from './navigation/navigation.ts';
import { progress } from './navigation/progress.ts';
import { screen } from './navigation/screen.ts';
import { penTool } from './pen/pen.ts';
import { printLayout } from './print.ts';
import { reading } from './reading/reading.ts';
import { settings } from './settings.ts';
import { backdrop } from './slides/backdrop.ts';
import { overview } from './slides/overview.ts';
import { addCopyPainter } from './slides/slide-copy.ts';
import { speaker } from './speaker/speaker.ts';
import { addLimitation, help } from './tools/help.ts';
import { laser } from './tools/laser.ts';
import { slideNumber } from './tools/slide-number.ts';
import { swipe } from './tools/swipe.ts';
import { wakeLock } from './tools/wake-lock.ts';
import { zoom } from './tools/zoom.ts';

/** Features that only some decks need; the entry script of each deck imports its own. */
export interface Extras {
  readonly autoAnimate?: BrowserFeature;
  readonly codeSteps?: BrowserFeature;
  readonly charts?: BrowserFeature;
  readonly chartSteps?: BrowserFeature;
  readonly chartData?: BrowserFeature;
  readonly video?: BrowserFeature;
}

/** Starts the deck in the page. */
export async function start(extras: Extras): Promise<void> {
  const { autoAnimate, codeSteps, charts, chartSteps, chartData, video } = extras;
  // If several features bind a key, the first one that accepts it handles it.
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
    // After those that change slides: it may replace slides by copies.
    printLayout, //        –                             –                    every slide, in full
    laser, //        a dot of light, on demand     –                    –
    pen: penTool, // drawings on the slides        the drawings         the drawings
    jump, //         to a slide by its title       –                    –
    search, //       through the text              –                    –
    zoom, //         into the slide, on demand     –                    –
    slideNumber, //       to a slide by its number      –                    –
    overview, //     all slides, on demand         –                    –
    reading, //      as one page, on demand        –                    –
    screen, //       full or black                 –                    –
    wakeLock, //        keeps it from going dark      –                    –
    speaker, //      notes, next step, times       –                    –
    navigation, //         by keys and clickers          –                    –
    swipe, //        by a finger                   –                    –
    help, //         all keys, on demand           –                    –
  };
  const root = document.querySelector<HTMLElement>('main.deck');
  if (!root) return;
  root.classList.add('reveal');
  const deck = new Reveal(root, settings(root));
  const present: readonly (BrowserFeature | undefined)[] = Object.values(parts);
  for (const part of present) {
    part?.present?.(deck);
    addShortcuts(part?.shortcuts?.(deck) ?? []);
    if (part?.limitation) addLimitation(part.limitation);
    if (part?.showOnCopy) addCopyPainter(part.showOnCopy);
  }
  listenForKeys(window);
  printWith(present);
  // For the author's own scripts.
  Object.assign(window, { Reveal: deck });
  await Promise.all([deck.initialize(), loadFonts()]);
  document.documentElement.dataset.ready = '';
}

/** Loads the fonts of all slides in advance, so that no slide is shown in a fallback font first. */
async function loadFonts(): Promise<void> {
  await Promise.allSettled([...document.fonts].map((face) => face.load()));
}

function printWith(parts: readonly (BrowserFeature | undefined)[]): void {
  let undo: (() => void)[] = [];
  addEventListener('beforeprint', () => {
    undo = parts.flatMap((part) => part?.print?.() ?? []);
  });
  addEventListener('afterprint', () => {
    for (const restore of undo.reverse()) restore();
    undo = [];
  });
}
