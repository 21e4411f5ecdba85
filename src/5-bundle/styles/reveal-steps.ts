/** A text replacement in a source file of reveal.js. */
export interface Change {
  readonly file: string;
  /** Occurs exactly once in the file. */
  readonly from: string;
  readonly to: string;
}

const file = 'reveal.js';

/** Limit the work of each navigation step to the slides that it changes, instead of all slides. */
export const stepChanges: readonly Change[] = [
  {
    file,
    from: `import SlideContent from './controllers/slidecontent'`,
    to: `import SlideContent from './controllers/slidecontent'
import { SlidePasses } from 'lectern:slide-passes'`,
  },
  { file, from: 'const Reveal = {};', to: 'const Reveal = {}; let passes;' },
  {
    file,
    from: `dom.slides = revealElement.querySelector( '.slides' );`,
    to: `dom.slides = revealElement.querySelector( '.slides' );
		if( dom.slides ) passes = new SlidePasses( dom.slides );`,
  },

  // Which slides there are.
  {
    file,
    from: 'const horizontalSlides = dom.wrapper.querySelectorAll( HORIZONTAL_SLIDES_SELECTOR );',
    to: 'const horizontalSlides = passes.columns;',
  },
  {
    file,
    from: 'let horizontalSlides = dom.wrapper.querySelectorAll( HORIZONTAL_SLIDES_SELECTOR ),',
    to: 'let horizontalSlides = passes.columns,',
  },
  {
    file,
    from: 'verticalSlides = dom.wrapper.querySelectorAll( VERTICAL_SLIDES_SELECTOR );',
    to: 'verticalSlides = passes.rows( indexh );',
  },
  {
    file,
    from: 'return Util.queryAll( dom.wrapper, HORIZONTAL_SLIDES_SELECTOR );',
    to: 'return [ ...passes.columns ];',
  },
  {
    file,
    from: `return Util.queryAll( dom.wrapper, '.slides>section>section' );`,
    to: 'return [ ...passes.allRows ];',
  },
  {
    file,
    from: `return Util.queryAll( dom.wrapper, SLIDES_SELECTOR + ':not(.stack):not([data-visibility="uncounted"])' );`,
    to: 'return [ ...passes.counted ];',
  },
  {
    file,
    from: `previousSlide = Util.queryAll( dom.wrapper, HORIZONTAL_SLIDES_SELECTOR + '.future' ).pop();`,
    to: 'previousSlide = passes.columns[ indexh - 1 ];',
  },
  {
    file,
    from: `previousSlide = Util.queryAll( dom.wrapper, HORIZONTAL_SLIDES_SELECTOR + '.past' ).pop();`,
    to: 'previousSlide = passes.columns[ indexh - 1 ];',
  },
  {
    file,
    from: 'function getSlidePastCount( slide = currentSlide ) {',
    to: `function getSlidePastCount( slide = currentSlide ) {
		return passes.countBefore( slide );`,
  },

  // Which of them a step changes.
  {
    file,
    from: 'let slides = Util.queryAll( dom.wrapper, selector ),',
    to: `let slides = selector === HORIZONTAL_SLIDES_SELECTOR ? passes.columns : passes.rows( indexh ),`,
  },
  {
    file,
    from: 'for( let i = 0; i < slidesLength; i++ ) {',
    to: 'for( const i of passes.between( slides, index ) ) {',
  },
  {
    file,
    from: 'for( let x = 0; x < horizontalSlidesLength; x++ ) {',
    to: 'for( const x of passes.around( indexh, viewDistance ) ) {',
  },
  {
    file,
    from: `Util.queryAll( dom.wrapper, SLIDES_SELECTOR ).forEach( slide => {
			slide.toggleAttribute(`,
    to: `passes.reachable( currentSlide ).forEach( slide => {
			slide.toggleAttribute(`,
  },
  // All slides have the same size, so the layout changes only with the window.
  {
    file,
    from: `updateSlidesVisibility();

		layout();`,
    to: 'updateSlidesVisibility();',
  },
];
