import Reveal from 'reveal.js';
import type { BrowserFeature } from './feature.ts';
import { jump } from './find/jump.ts';
import { search } from './find/search.ts';
import { fit, fitAgain } from './fit/fit.ts';
import { announcer } from './navigation/announce.ts';
import { controls } from './navigation/controls.ts';
import { addShortcuts, listenForKeys } from './navigation/keyboard.ts';
import { navigation } from './navigation/navigation.ts';
import { progress } from './navigation/progress.ts';
import { screen } from './navigation/screen.ts';
import { parsed, takeEarlyStart } from './parsed.ts';
import { penTool } from './pen/pen.ts';
import { printLayout } from './print.ts';
import { reading } from './reading/reading.ts';
import { settings } from './settings.ts';
import { overview } from './slides/overview.ts';
import { pageColor } from './slides/page-color.ts';
import { addCopyPainter } from './slides/slide-copy.ts';
import { speaker } from './speaker/speaker.ts';
import { addLimitation, help } from './tools/help.ts';
import { laser } from './tools/laser.ts';
import { numberInput } from './tools/slide-number-input.ts';
import { swipe } from './tools/swipe.ts';
import { wakeLock } from './tools/wake-lock.ts';
import { zoom } from './tools/zoom.ts';

/** Features that only some decks need; the entry script of each deck imports its own. */
interface Extras {
  readonly backdrop?: BrowserFeature;
  readonly autoAnimate?: BrowserFeature;
  readonly stepAnnouncer?: BrowserFeature;
  readonly codeSteps?: BrowserFeature;
  readonly charts?: BrowserFeature;
  readonly chartSteps?: BrowserFeature;
  readonly chartData?: BrowserFeature;
  readonly video?: BrowserFeature;
  readonly sharedMedia?: BrowserFeature;
  readonly gif?: BrowserFeature;
}

/** Starts the deck in the page. */
export async function start(extras: Extras): Promise<void> {
  const {
    backdrop,
    autoAnimate,
    stepAnnouncer,
    codeSteps,
    charts,
    chartSteps,
    chartData,
    video,
    sharedMedia,
    gif,
  } = extras;
  // If several features bind a key, the first one that accepts it handles it.
  //                present                       on a copy            print
  const features = {
    sharedMedia, //  their files                   –                    –
    fit, //          shrinks what does not fit     the same scale       the same scale
    gif, //          starts with its slide         –                    –
    pageColor, //    color of the screen           –                    –
    backdrop, //     image of the screen           –                    –
    progress, //     progress bar                  –                    –
    controls, //     arrows and help button        –                    –
    announcer, //    for screen readers            –                    –
    stepAnnouncer, // what each step shows         –                    –
    autoAnimate, //  between slides                –                    –
    codeSteps, //    highlighted lines             highlighted lines    no highlighting
    charts, //       live on the current slide     –                    as images
    chartSteps, //   –                             at the step          –
    chartData, //    tables, on demand             –                    –
    video, //        play and pause                –                    no controls
    // After those that change slides: it may replace slides by copies.
    printLayout, //  –                             –                    all slides, complete
    laser, //        laser pointer, on demand      –                    –
    pen: penTool, // drawings                      drawings             drawings
    jump, //         go to a slide by its title    –                    –
    search, //       full-text search              –                    –
    zoom, //         zoom and pan, on demand       –                    –
    numberInput, //  go to a slide by its number   –                    –
    overview, //     all slides, on demand         –                    –
    reading, //      as one page, on demand        –                    –
    screen, //       full, black or white          –                    –
    wakeLock, //     keeps the screen on           –                    –
    speaker, //      notes, next step, times       –                    –
    navigation, //   by keyboard and clicker       –                    –
    swipe, //        by touch                      –                    –
    help, //         keyboard shortcuts, settings  –                    –
  };
  const root = document.querySelector<HTMLElement>('main.deck');
  if (!root) return;
  root.classList.add('reveal');
  const deck = new Reveal(root, settings(root));
  const enabled: readonly (BrowserFeature | undefined)[] = Object.values(features);
  for (const feature of enabled) {
    feature?.present?.(deck);
    addShortcuts(feature?.shortcuts?.(deck) ?? []);
    if (feature?.limitation) addLimitation(feature.limitation);
    if (feature?.showOnCopy) addCopyPainter(feature.showOnCopy);
  }
  listenForKeys(window);
  enablePrinting(enabled);
  // For the author's own scripts.
  Object.assign(window, { Reveal: deck });
  const addSlides = takeEarlyStart(root);
  // Only the first slide can be shown before the others are there, and not as a part of a long page.
  const isFirst = document.documentElement.className === 'live';
  const first = addSlides && !isFirst ? parsed : undefined;
  await Promise.all([
    first?.then(() => deck.initialize()) ?? deck.initialize(),
    loadFonts(),
    parsed,
  ]);
  if (first === undefined) addSlides?.(deck);
  fitAgain(deck);
  document.documentElement.dataset.ready = '';
}

/** Loads the fonts of all slides in advance, so that no slide is shown in a fallback font first. */
async function loadFonts(): Promise<void> {
  await Promise.allSettled([...document.fonts].map((face) => face.load()));
}

function enablePrinting(features: readonly (BrowserFeature | undefined)[]): void {
  let undo: (() => void)[] = [];
  addEventListener('beforeprint', () => {
    undo = features.flatMap((feature) => feature?.print?.() ?? []);
  });
  addEventListener('afterprint', () => {
    for (const restore of undo.reverse()) restore();
    undo = [];
  });
}
