import type { PageSettings, ServerMessage } from '../../../dev/protocol/messages.ts';
import { forgetToken, startedDeck } from '../deck-page.ts';
import { applyPatch } from '../patch/patch.ts';
import { addPainters } from './painters.ts';
import { Remote } from './remote.ts';
import { Link } from './remote-connection.ts';
import { keepAwake } from './wake-lock.ts';

/** Leads the deck on another machine's screen from this page, which shows what the speaker needs. */
async function start({ deck: name, version: served, token }: PageSettings): Promise<void> {
  forgetToken();
  addPainters();
  const deck = await startedDeck();
  if (!deck) return;
  let version = served;
  let changes = Promise.resolve();
  const remote: Remote = new Remote(deck, (act) => link.press(act));
  const change = async (message: ServerMessage): Promise<void> => {
    if (message.type === 'diagnostics') return;
    const isNext = message.type === 'patch' && message.from === version;
    // Only the stage goes to the slide that was edited.
    if (isNext && (await applyPatch(message, deck, true))) {
      version = message.to;
      remote.slidesChanged();
    } else if (message.type !== 'patch' || message.to !== version) location.reload();
  };
  const link: Link = new Link({
    token,
    hello: () => ({ type: 'hello', deck: name, version }),
    tell: (message) => remote.tell(message),
    change: (message) => {
      changes = changes.then(() => change(message));
    },
    stateChanged: (state) => remote.setLink(state),
  });
  keepAwake();
  // The pictures of charts are set in the deck's fonts.
  void document.fonts.ready.then(() => remote.slidesChanged());
}

const settings = document.getElementById('lectern-dev')?.textContent;
if (settings) void start(JSON.parse(settings) as PageSettings);
