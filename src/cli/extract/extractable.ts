import path from 'node:path';
import { configNames } from '../../1-load/config/find-config.ts';
import type { CarriedDeck, SourceFile } from '../../6-export/source.ts';
import { mediaExtensions } from '../../base/files/media-types.ts';
import { lockName } from '../../base/remote/lock-file.ts';
import { decodeUri } from '../../base/text/decode-uri.ts';
import { isForeign, isShouted } from './foreign-names.ts';

/** Why a file is not written; `undefined` if it is. */
type Refusal = string | undefined;

/**
 * Returns the function that decides which files of an embedded source are written. A page may come from anyone, so
 * these are only kinds of files that a deck uses, by their extension, and code samples only if the deck names them;
 * names that other programs (git, a shell, an editor, a package manager) obey without being asked are refused.
 */
export function refusalsOf({ entry, files }: CarriedDeck): (file: SourceFile) => Refusal {
  // Most sources contain no code samples.
  let named: ReadonlySet<string> | undefined;
  const folders = new Map<string, Refusal>();
  return ({ path: name, bytes }) => {
    const end = name.lastIndexOf('/') + 1;
    const folder = name.slice(0, end);
    if (!folders.has(folder)) folders.set(folder, refusalOfNames(folder.split('/').slice(0, -1)));
    const base = name.slice(end);
    const refusal =
      folders.get(folder) ?? (ownNames.has(base) ? undefined : refusalOfNames([base]));
    if (refusal !== undefined) return refusal;
    if (name !== entry && isShouted(base)) return obeyed;
    if (ownNames.has(base)) return undefined;
    const extension = extensionOf(comparable(base));
    if (documents.has(extension) || inert.has(extension)) return undefined;
    if (!samples.has(extension)) return 'a deck uses no files of that kind';
    named ??= namedFiles(files);
    if (!named.has(name)) return 'the deck does not use it';
    return bytes.includes(0) ? 'it is neither text nor a kind of file that a deck uses' : undefined;
  };
}

/** Lectern obeys these itself, and does no more than what a deck may say. */
const ownNames: ReadonlySet<string> = new Set([lockName, ...configNames]);

/** Why no file with these names in its path is written. */
function refusalOfNames(names: readonly string[]): Refusal {
  const parts = names.map(comparable);
  if (parts.some((part) => part.startsWith('.'))) return 'its path contains a hidden name';
  return parts.some(isForeign) ? obeyed : undefined;
}

const obeyed = 'another program may run or obey a file of that name';

/** As file systems compare names: some ignore case, others characters without width. */
function comparable(part: string): string {
  if (/^[!-~]*$/.test(part)) return part.toLowerCase();
  return part
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .trim()
    .toLowerCase();
}

function extensionOf(name: string): string {
  return path.posix.extname(name).slice(1);
}

/** Markdown, and text as Markdown. */
const documents = new Set('md markdown mdown mkd mkdn qmd rmd txt'.split(' '));

/** Styles, fonts, data, images and media: no program runs them. */
const inert = new Set([
  ...'css woff woff2 ttf otf csv tsv tab psv dat xlsx bib'.split(' '),
  ...mediaExtensions,
  'vtt',
]);

/**
 * Code samples, as languages name their files, and the sources of diagrams. Editors show them; what a system runs,
 * installs or follows when it is opened or looked at has other extensions, and so do the projects and scripts of
 * build tools that obey all files of an extension, as .tf, .cmake, .gradle and .csproj do.
 */
const samples = new Set(
  `json json5 jsonc jsonl ndjson geojson yaml yml toml ini cfg properties xml xsd xsl xslt dtd html htm xhtml
  js mjs cjs jsx ts mts cts tsx vue svelte astro scss sass less styl pug hbs ejs njk liquid mdx
  c h cc cpp cxx hh hpp hxx ino cu cl m mm swift rs zig go d nim v odin pas adb ads f f90 f95 for cob asm s ll wat
  java kt kts scala groovy clj cljs cljc edn cs fs fsx vb ex exs erl hrl elm gleam hs lhs ml mli re ocaml
  py pyi r jl rb erb php pl pm lua tcl raku cr dart sol move lean agda idr coq lisp cl scm rkt el vim
  sh bash zsh ksh nu ps1 awk sed jq sql psql graphql gql proto thrift capnp avsc cypher sparql prolog
  diff patch log tex sty cls ltx typ adoc asciidoc rst org wiki textile glsl vert frag wgsl hlsl metal
  dot gv mmd mermaid puml plantuml d2 abnf ebnf bnf peg g4 y feature http rest gcode stan smt2 tla asp`.split(
    /\s+/,
  ),
);

/**
 * The paths that the documents mention, whatever for: `src=../code/a.ts#main`, `data: b.json`, `scripts: [c.js]`.
 * A code sample is written only if it is among them.
 */
function namedFiles(files: readonly SourceFile[]): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { path: name, bytes } of files) {
    if (!documents.has(extensionOf(name.toLowerCase()))) continue;
    const folder = path.posix.dirname(name);
    const text = bytes.toString('utf8');
    // Quoted ones may contain spaces.
    for (const [, mention = ''] of [...text.matchAll(words), ...text.matchAll(quoted)]) {
      const file = mention.replace(/#.*$/, '');
      // Code samples have an extension.
      if (!file.includes('.')) continue;
      named.add(path.posix.join(folder, file));
      if (file.includes('%')) named.add(path.posix.join(folder, decodeUri(file)));
    }
  }
  return named;
}

const words = /([^\s"'=,[\]{}()]+)/g;
const quoted = /"([^"\n]{1,1000})"/g;
