import type { RevealApi } from 'reveal.js';
import type {
  DiagnosticsMessage,
  PageSettings,
  ServerMessage,
} from '../../dev/protocol/messages.ts';
import { listenForAltClick } from './alt-click.ts';
import { CheckFrames } from './check-frames.ts';
import { Connection } from './connection.ts';
import { updateDeckList } from './deck-list.ts';
import { isRefused, removeTokenFromAddress, startedDeck } from './deck-page.ts';
import { DiagnosticsPanel } from './diagnostics-panel.ts';
import { EditorLoader } from './editor-loader.ts';
import { linkToScripts } from './link-to-scripts.ts';
import { applyPatch } from './patch/patch.ts';
import { restorePosition, savePosition } from './patch/position.ts';
import { PresenterWindow } from './presenter-window.ts';
import { SlideChecks } from './slide-checks.ts';

/** Milliseconds between the last edit and showing its diagnostics above the deck. */
const diagnosticsDelay = 800;

/** Shown until the browser has the new address, also in another tab. */
const restarted =
  'lectern dev was restarted and has a new address: open the one that it prints now';

/** Keeps a page of `lectern dev` up to date with its files. */
async function start(settings: PageSettings): Promise<void> {
  removeTokenFromAddress();
  const deck = await startedDeck();
  if (deck) restorePosition(deck);
  const frames = deck && new CheckFrames(deck);
  const panel = new DiagnosticsPanel(deck && ((slide) => goTo(deck, slide)), (expanded) =>
    frames?.show(expanded),
  );
  const editorLoader: EditorLoader = new EditorLoader(settings, deck, () =>
    panel.setEditing(editorLoader.isOpen),
  );
  let delay: ReturnType<typeof setTimeout> | undefined;
  // While the user types, diagnostics are marked only in the editor.
  const showDiagnostics = ({ diagnostics, isOutdated }: DiagnosticsMessage): void => {
    clearTimeout(delay);
    const show = (): void => panel.show(diagnostics, isOutdated);
    if (!editorLoader.isOpen || diagnostics.length === 0) show();
    else delay = setTimeout(show, diagnosticsDelay);
  };
  let { version } = settings;
  let checks: SlideChecks | undefined;
  let changes = Promise.resolve();
  const receive = async (message: ServerMessage): Promise<void> => {
    if (message.type === 'decks') return updateDeckList(message.entries);
    editorLoader.receive(message);
    // While the editor is open, the cursor decides which slide is shown.
    const stay = settings.stay || editorLoader.isOpen;
    if (message.type === 'diagnostics') {
      showDiagnostics(message);
      if (!message.isOutdated) return;
      // Nothing else shows where the author has just typed.
      const first = message.diagnostics.find(
        ({ severity, box }) => severity === 'error' && box === undefined,
      )?.slide;
      if (deck && first !== undefined && !stay) goTo(deck, first);
      return;
    }
    if (message.type !== 'patch' && message.type !== 'reload') return;
    if (message.type === 'patch' && message.to === version) return;
    const isNext = message.type === 'patch' && message.from === version;
    if (isNext && deck && (await applyPatch(message, deck, stay))) {
      version = message.to;
      checks?.restart(version);
      return;
    }
    const { edited } = message;
    if (deck) savePosition(deck, stay ? undefined : edited);
    if (await editorLoader.prepareReload()) location.reload();
  };
  const { token } = settings;
  const presenterWindow =
    deck && new PresenterWindow(deck, token, (report) => connection.send(report));
  const connection: Connection = new Connection(
    settings.live,
    () => [
      { type: 'hello', deck: settings.deck, version },
      ...(presenterWindow ? [presenterWindow.initialReport()] : []),
      ...editorLoader.helloMessages(),
    ],
    (message) => {
      if (message.type === 'action') return presenterWindow?.perform(message.action);
      const change = (): Promise<void> => receive(message);
      changes = changes.then(() => (presenterWindow ? presenterWindow.change(change) : change()));
    },
    () => {
      void isRefused().then((refused) => {
        if (refused && !connection.isOpen) panel.warn(restarted);
      });
    },
  );
  if (settings.withScripts !== undefined) linkToScripts(settings.withScripts);
  if (settings.deck === '' || !settings.mayWrite) return;
  editorLoader.listen(connection);
  if (!deck) return;
  if (settings.checks)
    checks = new SlideChecks(settings, deck, (message) => connection.send(message));
  listenForAltClick(
    () => deck.getSlides(),
    (slide, text) => connection.send({ type: 'open', token, slide, text }),
  );
}

function goTo(deck: RevealApi, index: number): void {
  const slide = deck.getSlides()[index];
  if (!slide) return;
  const { h, v } = deck.getIndices(slide);
  if (slide !== deck.getCurrentSlide()) deck.slide(h, v);
}

const settings = document.querySelector('script#lectern-dev')?.textContent;
if (settings) void start(JSON.parse(settings) as PageSettings);
