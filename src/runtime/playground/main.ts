/** The playground: a deck's text on the left, the deck on the right, with no server. */
import { EditorState } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import type { PlaygroundAnswer } from '../../model/playground.ts';
import { extensionsFor } from '../dev/editor/pane/setup.ts';
import { droppedFiles } from '../dev/file-transfer.ts';
import { Builder, readLicenses } from './builder.ts';
import { showDiagnostics } from './diagnostics-list.ts';
import { type Example, examples } from './examples.ts';
import { AddedFiles, markdownFor } from './files.ts';
import { Preview } from './preview.ts';
import { chooseTheme, themeOf } from './theme-choice.ts';

const deck = 'talk.md';
/** Milliseconds without typing before a build. */
const pause = 300;

function part<E extends HTMLElement>(id: string, kind: new () => E): E {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${id}`);
  return element;
}

const status = part('status', HTMLElement);
const themes = part('theme', HTMLSelectElement);
const chosen = part('example', HTMLSelectElement);
const preview = new Preview(part('preview', HTMLElement));
const builder = new Builder();
const files = new AddedFiles();
let slides: PlaygroundAnswer['slides'] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let isBuilding = false;
let hasChanged = false;

const view = new EditorView({
  parent: part('editor', HTMLElement),
  state: stateOf(examples[0].text),
});

function stateOf(doc: string): EditorState {
  const save = () => void download();
  const close = () => themes.focus();
  return EditorState.create({ doc, extensions: extensionsFor(deck, { save, close, update }) });
}

function update({ docChanged, selectionSet }: ViewUpdate): void {
  if (docChanged) schedule();
  else if (selectionSet) preview.goTo(slideAtCursor());
}

/** The number of the slide that contains the cursor. */
function slideAtCursor(): number {
  const { state } = view;
  const line = state.doc.lineAt(state.selection.main.head).number;
  const own = slides.filter(({ span }) => span.file === deck);
  return (own.findLast(({ span }) => span.line <= line) ?? own[0])?.number ?? 1;
}

function schedule(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void rebuild(), pause);
}

function allFiles(): ReadonlyMap<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([...files.all, [deck, view.state.doc.toString()]]);
}

async function rebuild(): Promise<void> {
  hasChanged = true;
  if (isBuilding) return;
  isBuilding = true;
  while (hasChanged) {
    hasChanged = false;
    showStatus('Building …');
    const built = await builder.build(deck, allFiles(), true);
    if ('reason' in built) showStatus(built.reason);
    else if (!hasChanged) show(built);
  }
  isBuilding = false;
}

function show(built: PlaygroundAnswer): void {
  slides = built.slides;
  const { diagnostics, html } = built;
  showDiagnostics(part('diagnostics', HTMLElement), diagnostics, deck, view);
  if (html !== undefined) preview.show(html, slideAtCursor());
  const count = (severity: string) => diagnostics.filter((d) => d.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const found = [
    ...(errors ? [plural(errors, 'error')] : []),
    ...(warnings ? [plural(warnings, 'warning')] : []),
  ];
  showStatus([plural(slides.length, 'slide'), ...found].join(', '));
  document.documentElement.dataset.built = String(
    Number(document.documentElement.dataset.built ?? 0) + 1,
  );
  themes.value = themeOf(view.state.doc.toString()) || 'ink';
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function showStatus(text: string): void {
  status.textContent = text;
}

/** Saves the finished deck, as `lectern build` writes it. */
async function download(): Promise<void> {
  showStatus('Building …');
  const built = await builder.build(deck, allFiles(), false);
  if ('reason' in built) {
    showStatus(built.reason);
    return;
  }
  if (built.html === undefined) {
    show(built);
    showStatus('The deck has errors: nothing was downloaded');
    return;
  }
  save(deck.replace('.md', '.html'), built.html, 'text/html');
  showStatus(`${deck.replace('.md', '.html')} was downloaded`);
}

function save(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function copyText(): Promise<void> {
  const text = view.state.doc.toString();
  try {
    await navigator.clipboard.writeText(text);
    showStatus('The text was copied');
  } catch {
    view.dispatch({ selection: { anchor: 0, head: view.state.doc.length } });
    view.focus();
    showStatus('The text is selected: copy it with Control+C');
  }
}

function open({ text, files: own = {} }: Example): void {
  files.clear();
  for (const [name, content] of Object.entries(own)) files.set(name, content);
  view.setState(stateOf(text));
  schedule();
}

async function addFiles(added: readonly File[]): Promise<void> {
  const texts: string[] = [];
  for (const file of added) {
    if (/\.(?:md|markdown)$/i.test(file.name)) {
      view.setState(stateOf(await file.text()));
      continue;
    }
    texts.push(markdownFor(await files.add(file)));
  }
  if (texts.length > 0) {
    const { doc, selection } = view.state;
    const at = doc.lineAt(selection.main.head).to;
    view.dispatch({ changes: { from: at, insert: texts.join('') }, userEvent: 'input.drop' });
  }
  schedule();
}

for (const [i, { name }] of examples.entries()) chosen.add(new Option(name, String(i)));
chosen.addEventListener('change', () => {
  const example = examples[Number(chosen.value)];
  if (example) open(example);
});
themes.addEventListener('change', () => {
  view.dispatch({ changes: chooseTheme(view.state.doc.toString(), themes.value) });
});
part('download', HTMLButtonElement).addEventListener('click', () => void download());
part('copy', HTMLButtonElement).addEventListener('click', () => void copyText());
part('save', HTMLButtonElement).addEventListener('click', () => {
  save(deck, view.state.doc.toString(), 'text/markdown');
});
part('licenses', HTMLButtonElement).addEventListener('click', async () => {
  save('LICENSES.txt', await readLicenses(), 'text/plain');
});
const picker = part('picker', HTMLInputElement);
part('add', HTMLButtonElement).addEventListener('click', () => picker.click());
picker.addEventListener('change', () => {
  void addFiles([...(picker.files ?? [])]);
  picker.value = '';
});
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  const dropped = droppedFiles(event.dataTransfer);
  if (dropped.length === 0) return;
  event.preventDefault();
  void addFiles(dropped);
});
addEventListener('beforeunload', (event) => {
  const text = view.state.doc.toString();
  if (!examples.some((example) => example.text === text)) event.preventDefault();
});
void rebuild();
