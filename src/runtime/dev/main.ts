import type { RevealApi } from 'reveal.js';
import type { PageSettings, ServerMessage } from '../../dev/messages.ts';
import { listenForAltClick } from './alt-click.ts';
import { Connection } from './connection.ts';
import { forgetToken, startedDeck } from './deck-page.ts';
import { showDecks } from './decks.ts';
import { FaultPanel } from './faults.ts';
import { applyPatch } from './patch.ts';
import { keepPlace, takePlace } from './place.ts';
import { Stage } from './stage.ts';

/** Keeps a page of `lectern dev` as its files are. */
async function start(settings: PageSettings): Promise<void> {
  forgetToken();
  const deck = await startedDeck();
  if (deck) takePlace(deck);
  const panel = new FaultPanel(deck && ((slide) => goTo(deck, slide)));
  let { version } = settings;
  let changes = Promise.resolve();
  const receive = async (message: ServerMessage): Promise<void> => {
    if (message.type === 'decks') return showDecks(message.entries);
    if (message.type === 'faults') {
      panel.show(message.faults);
      const first = message.faults.find(({ severity }) => severity === 'error')?.slide;
      if (deck && first !== undefined && !settings.stay) goTo(deck, first);
      return;
    }
    if (message.type === 'patch' && deck && message.from === version) {
      await applyPatch(message, deck, settings.stay);
      version = message.to;
      return;
    }
    if (message.type === 'patch' && message.to === version) return;
    const { edited } = message.type === 'reload' ? message : {};
    if (deck) keepPlace(deck, settings.stay ? undefined : edited);
    location.reload();
  };
  const { token } = settings;
  const stage = deck && new Stage(deck, token, (report) => connection.send(report));
  const connection: Connection = new Connection(
    () => [{ type: 'hello', deck: settings.deck, version }, ...(stage ? [stage.greet()] : [])],
    (message) => {
      if (message.type === 'act') return stage?.act(message.act);
      const change = (): Promise<void> => receive(message);
      changes = changes.then(() => (stage ? stage.change(change) : change()));
    },
  );
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
