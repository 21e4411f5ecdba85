/** What a page announces to screen readers, in the language of its deck. `{a}` is filled in. */
export interface SpokenWords {
  /** Their language, if they are not in that of the deck. */
  readonly lang?: string;
  /** The position and the title of a slide. */
  readonly slide: string;
  readonly videoPaused: string;
  readonly videoPlaying: string;
  readonly blackScreen: string;
  readonly whiteScreen: string;
  readonly pen: string;
  readonly penOff: string;
  readonly laserPointer: string;
  readonly chart: string;
  readonly chartData: string;
  /** The lines of code that a step highlights. */
  readonly line: string;
  readonly lines: string;
  readonly allLines: string;
}

/** The words of controls and panels of a page, in the language of its deck. `{a}` and `{b}` are filled in. */
export interface PanelWords extends Readonly<Record<PanelWord, string>> {}

type PanelWord =
  | 'previous'
  | 'next'
  | 'shortcuts'
  | 'singleKeys'
  | 'slides'
  | 'navigation'
  | 'find'
  | 'screen'
  | 'pointerAndPen'
  | 'speakerView'
  | 'reading'
  | 'nextStep'
  | 'previousStep'
  | 'firstSlide'
  | 'lastSlide'
  | 'moveByStep'
  | 'moveBySlide'
  | 'fullScreen'
  | 'noFullScreen'
  | 'overview'
  | 'slideCount'
  | 'stackOf'
  | 'close'
  | 'playPause'
  | 'findText'
  | 'textOnSlides'
  | 'noHighlights'
  | 'goByTitle'
  | 'goToSlide'
  | 'numberOrTitle'
  | 'noResults'
  | 'results'
  | 'firstResults'
  | 'goByNumber'
  | 'ofSlides'
  | 'zoomIn'
  | 'zoomOut'
  | 'resetZoom'
  | 'pan'
  | 'penColor'
  | 'eraserKey'
  | 'undoStroke'
  | 'clearDrawing'
  | 'eraser'
  | 'undo'
  | 'clear'
  | 'closePen'
  | 'color'
  | 'noStorage'
  | 'noWakeLock'
  | 'speakerPanel'
  | 'deckClosed'
  | 'noNotesHere'
  | 'noNotes'
  | 'elapsed'
  | 'startTimer'
  | 'pause'
  | 'resume'
  | 'reset'
  | 'onThisSlide'
  | 'remaining'
  | 'clock'
  | 'currentAdvance'
  | 'nextAdvance'
  | 'back'
  | 'times'
  | 'asPanel'
  | 'inWindow'
  | 'sizeOfSlides'
  | 'notes'
  | 'smaller'
  | 'larger'
  | 'speakerNotes'
  | 'behind'
  | 'ahead'
  | 'onTime'
  | 'endOfDeck'
  | 'nextSlide'
  | 'stepsLeft'
  | 'video'
  | 'audio'
  | 'screenBlack'
  | 'over'
  | 'saveCsv'
  | 'timesOfSlides'
  | 'timesLost'
  | 'noRuns'
  | 'lastRuns'
  | 'slideColumn'
  | 'planned'
  | 'total'
  | 'blocked'
  | 'allowWindows'
  | 'oneByStep'
  | 'notesBelow'
  | 'drawings'
  | 'print'
  | 'printNow'
  | 'small'
  | 'large'
  | 'none'
  | 'allSupported'
  | 'thisBrowser'
  | 'readAsPage'
  | 'skipToSlides'
  | 'present'
  | 'contents'
  | 'space';

/** All words of a page. */
export interface PageWords extends SpokenWords, PanelWords {
  /** Their direction. */
  readonly dir: 'ltr' | 'rtl';
}

/** The words of videos and audio in exports, in the language of their slide. */
export interface MediaWords {
  /** The names of those that have none. */
  readonly audio: string;
  readonly video: string;
  /** Of one, `{a}`, that plays in the deck only. */
  readonly inHtmlDeck: string;
}
