import type { RevealApi } from 'reveal.js';
import type { PageDiagnostic, PageSettings, ServerMessage } from '../../dev/protocol/messages.ts';
import { listenForAltClick } from './alt-click.ts';
import { Connection } from './connection.ts';
import { showDecks } from './deck-list.ts';
import { forgetToken, startedDeck } from './deck-page.ts';
import { FaultPanel } from './diagnostics-panel.ts';
import { EditorDoor } from './editor-loader.ts';
import { applyPatch } from './patch/patch.ts';
import { keepPlace, takePlace } from './patch/position.ts';
import { Stage } from './presenter-window.ts';

/** From the last letter that was typed to when faults lie over the deck, in milliseconds. */
const patience = 800;

/** Keeps a page of `lectern dev` as its files are. */
async function start(settings: PageSettings): Promise<void> {
  forgetToken();
  const deck = await startedDeck();
  if (deck) takePlace(deck);
  const panel = new FaultPanel(deck && ((slide) => goTo(deck, slide)));
  const door: EditorDoor = new EditorDoor(settings, deck, () => panel.setEdited(door.isOpen));
  let writing: ReturnType<typeof setTimeout> | undefined;
  // What is wrong with half a word is marked in the editor, and comes up here when no more follows.
  const showFaults = (faults: readonly PageDiagnostic[]): void => {
    clearTimeout(writing);
    if (!door.isOpen || faults.length === 0) panel.show(faults);
    else writing = setTimeout(() => panel.show(faults), patience);
  };
  let { version } = settings;
  let changes = Promise.resolve();
  const receive = async (message: ServerMessage): Promise<void> => {
    if (message.type === 'decks') return showDecks(message.entries);
    door.receive(message);
    // Whoever writes in the page decides what it shows.
    const stay = settings.stay || door.isOpen;
    if (message.type === 'diagnostics') {
      showFaults(message.diagnostics);
      const first = message.diagnostics.find(({ severity }) => severity === 'error')?.slide;
      if (deck && first !== undefined && !stay) goTo(deck, first);
      return;
    }
    if (message.type !== 'patch' && message.type !== 'reload') return;
    if (message.type === 'patch' && message.to === version) return;
    const isNext = message.type === 'patch' && message.from === version;
    if (isNext && deck && (await applyPatch(message, deck, stay))) {
      version = message.to;
      return;
    }
    const { edited } = message;
    if (deck) keepPlace(deck, stay ? undefined : edited);
    if (await door.mayReload()) location.reload();
  };
  const { token } = settings;
  const stage = deck && new Stage(deck, token, (report) => connection.send(report));
  const connection: Connection = new Connection(
    () => [
      { type: 'hello', deck: settings.deck, version },
      ...(stage ? [stage.greet()] : []),
      ...door.greetings(),
    ],
    (message) => {
      if (message.type === 'action') return stage?.act(message.action);
      const change = (): Promise<void> => receive(message);
      changes = changes.then(() => (stage ? stage.change(change) : change()));
    },
  );
  if (settings.deck === '' || !settings.mayWrite) return;
  door.listen(connection);
  if (!deck) return;
  listenForAltClick(
    () => deck.getSlides(),
    (slide, text) => connection.send({ type: 'open', token, slide, text }),
  );
}

function goTo(deck: RevealApi, place: number): void {
  const slide = deck.getSlides()[place];
  if (!slide) return;
  const { h, v } = deck.getIndices(slide);
  if (slide !== deck.getCurrentSlide()) deck.slide(h, v);
}

const settings = document.getElementById('lectern-dev')?.textContent;
if (settings) void start(JSON.parse(settings) as PageSettings);
