import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'esbuild';
import { runtimeFolder } from '../../base/browser-script.ts';
import { libraryFolder } from '../../base/files/libraries.ts';
import { relativePath } from '../../base/files/relative-path.ts';
import type { Feature } from '../../model/rendered.ts';
import { type Change, stepChanges } from '../styles/reveal-steps.ts';

/** Modules of reveal.js, by path under `js/`, and their replacements in `runtime/reveal/`. */
const replacements: Readonly<Record<string, string>> = {
  'components/playback': 'unused.ts',
  'controllers/backgrounds': 'unused.ts',
  'controllers/controls': 'unused.ts',
  'controllers/focus': 'unused.ts',
  'controllers/jumptoslide': 'unused.ts',
  'controllers/keyboard': 'keyboard.ts',
  'controllers/notes': 'unused.ts',
  'controllers/overlay': 'unused.ts',
  'controllers/overview': 'overview.ts',
  'controllers/plugins': 'unused.ts',
  'controllers/printview': 'unused.ts',
  'controllers/scrollview': 'unused.ts',
  'controllers/slidenumber': 'unused.ts',
  'controllers/touch': 'unused.ts',
};

const changes: readonly Change[] = [
  // The URL must not override the author's settings.
  { file: 'reveal.js', from: ', ...Util.getQueryHash() };', to: ' };' },
  { file: 'reveal.js', from: 'getQueryHash: Util.getQueryHash', to: 'getQueryHash: () => ({})' },
  { file: 'reveal.js', from: '/print-pdf/gi.test( window.location.search )', to: 'false' },
  // This role would keep screen readers from reading the slides.
  { file: 'reveal.js', from: `dom.wrapper.setAttribute( 'role', 'application' );`, to: '' },
  // Decks have their own live region; collecting a slide's text would force a layout at each step.
  { file: 'reveal.js', from: 'dom.statusElement = createStatusElement();', to: '' },
  { file: 'reveal.js', from: 'dom.statusElement.textContent = value;', to: '' },
  {
    file: 'reveal.js',
    from: 'function getStatusText( node ) {',
    to: `function getStatusText( node ) { return '';`,
  },
  {
    file: 'reveal.js',
    from: 'isOverview: overview.isActive.bind( overview )',
    to: 'isOverview: overview.isOpen.bind( overview )',
  },
  ...stepChanges,
  // The page's policy forbids inserted style elements.
  {
    file: 'controllers/autoanimate.js',
    from: `import { queryAll, extend, createStyleSheet, matches, closest } from '../utils/util'`,
    to: `import { queryAll, extend, matches, closest } from '../utils/util'
import { createStyleSheet } from 'lectern:style-sheet'`,
  },
  // Addresses contain the number that a slide shows, also in decks with stacks.
  {
    file: 'controllers/location.js',
    from: `export default class Location {`,
    to: `import { slideByNumber } from 'lectern:slide-number'
export default class Location {`,
  },
  {
    file: 'controllers/location.js',
    from: `			const config = this.Reveal.getConfig();
			let hashIndexBase = config.hashOneBasedIndex || options`,
    to: `			if( bits.length === 1 ) return this.Reveal.getIndices( slideByNumber( this.Reveal, bits[0] ) );
			const config = this.Reveal.getConfig();
			let hashIndexBase = config.hashOneBasedIndex || options`,
  },
  {
    file: 'controllers/location.js',
    from: `			if( index.h > 0 || index.v > 0 || index.f >= 0 ) url += index.h + hashIndexBase;
			if( index.v > 0 || index.f >= 0 ) url += '/' + (index.v + hashIndexBase );`,
    to: `			if( index.h > 0 || index.v > 0 ) url += s.dataset.number;`,
  },
  // Slides have no backgrounds of reveal.js, and no frames of video sites.
  {
    file: 'controllers/slidecontent.js',
    from: `		if( background ) {
			background.style.display = 'block';`,
    to: `		if( false ) {
			background.style.display = 'block';`,
  },
  {
    file: 'controllers/slidecontent.js',
    from: `		if( background ) {
			background.style.display = 'none';`,
    to: '		if( false ) {',
  },
  {
    file: 'controllers/slidecontent.js',
    from: `	formatEmbeddedContent() {`,
    to: `	formatEmbeddedContent() {
		return;`,
  },
  // The library for fitting text, which reveal's package does not contain.
  { file: 'controllers/slidecontent.js', from: `import fitty from 'fitty';`, to: '' },
  {
    file: 'controllers/slidecontent.js',
    from: `fitty( element, {
				minSize: 24,
				maxSize: this.Reveal.getConfig().height * 0.8,
				observeMutations: false,
				observeWindow: false
			} );`,
    to: '',
  },
  // The whole of package.json would be bundled for an unused version.
  {
    file: 'reveal.js',
    from: `import { version as VERSION } from '../package.json';`,
    to: `const VERSION = '';`,
  },
];

/** By module, including those that only some decks use. */
function replacementsFor(features: ReadonlySet<Feature>): ReadonlyMap<string, string> {
  const all = Object.entries(replacements);
  const still = [['controllers/autoanimate', 'unused.ts']] as const;
  return new Map(features.has('auto-animate') ? all : [...all, ...still]);
}

/**
 * Lets esbuild bundle reveal.js from its sources with the parts that a deck needs, and with
 * {@link changes}. A release of reveal.js that has another shape fails the build.
 */
export function revealSource(features: ReadonlySet<Feature>): Plugin {
  const replaced = replacementsFor(features);
  const folder = path.join(libraryFolder('reveal.js'), 'js');
  const ours = path.join(runtimeFolder, 'reveal');
  return {
    name: 'reveal-source',
    setup(build) {
      const seen = new Set<string>();
      const changed = new Set<string>();
      build.onResolve({ filter: /^reveal\.js$/ }, () => ({ path: path.join(folder, 'reveal.js') }));
      build.onResolve({ filter: /^lectern:/ }, ({ path: name }) => ({
        path: path.join(ours, `${name.slice('lectern:'.length)}.ts`),
      }));
      build.onResolve(
        { filter: /^\.\/(?:components|controllers)\// },
        ({ path: name, resolveDir }) => {
          const module = name.slice(2);
          const standIn = replaced.get(module);
          if (resolveDir !== folder || standIn === undefined) return undefined;
          seen.add(module);
          return { path: path.join(ours, standIn) };
        },
      );
      build.onLoad({ filter: /[\\/]reveal\.js[\\/]js[\\/].*\.js$/ }, ({ path: file }) => {
        const name = relativePath(folder, file);
        changed.add(name);
        return { contents: change(name, readFileSync(file, 'utf8')), loader: 'js' };
      });
      build.onEnd(() => {
        expectAll(replaced.keys(), seen);
        const files = changes.map(({ file }) => file);
        expectAll(
          new Set(files.filter((file) => !replaced.has(file.replace(/\.js$/, '')))),
          changed,
        );
      });
    },
  };
}

function change(file: string, source: string): string {
  let text = source;
  for (const { from, to } of changes.filter((change) => change.file === file)) {
    const parts = text.split(from);
    if (parts.length !== 2) throw new Error(`reveal.js has another shape: ${file} lacks "${from}"`);
    text = parts.join(to);
  }
  return text;
}

function expectAll(expected: Iterable<string>, seen: ReadonlySet<string>): void {
  const missing = [...expected].filter((name) => !seen.has(name));
  if (missing.length > 0) throw new Error(`reveal.js has another shape: no ${missing.join(', ')}`);
}
