import type { PageSettings, ServerMessage } from '../../../dev/protocol/messages.ts';
import { useWords } from '../../words.ts';
import { removeTokenFromAddress, startedDeck } from '../deck-page.ts';
import { applyPatch } from '../patch/patch.ts';
import { addPainters } from './painters.ts';
import { Remote } from './remote.ts';
import { RemoteConnection } from './remote-connection.ts';
import { requestWakeLock } from './wake-lock.ts';

/** Its words of the speaker view: the remote is in English. */
const english = {
  lang: 'en',
  dir: 'ltr',
  startTimer: 'Start',
  pause: 'Pause',
  resume: 'Resume',
  behind: '{a} behind',
  ahead: '{a} ahead',
  onTime: 'On time',
  nextStep: 'Next step',
  nextSlide: 'Next: {a}',
  endOfDeck: 'End of the deck',
} as const;

/** Controls the deck on another device from this page, which shows what the speaker needs. */
async function start({ deck: name, version: served, token, live }: PageSettings): Promise<void> {
  removeTokenFromAddress();
  useWords(english);
  addPainters();
  const deck = await startedDeck();
  if (!deck) return;
  let version = served;
  let changes = Promise.resolve();
  const remote: Remote = new Remote(deck, (action) => connection.send(action));
  const change = async (message: ServerMessage): Promise<void> => {
    if (message.type === 'diagnostics') return;
    const isNext = message.type === 'patch' && message.from === version;
    // Only the presenter window goes to the edited slide.
    if (isNext && (await applyPatch(message, deck, true))) {
      version = message.to;
      remote.slidesChanged();
    } else if (message.type !== 'patch' || message.to !== version) location.reload();
  };
  const connection: RemoteConnection = new RemoteConnection({
    token,
    path: live,
    hello: () => ({ type: 'hello', deck: name, version }),
    onRemoteMessage: (message) => remote.receive(message),
    onDeckMessage: (message) => {
      changes = changes.then(() => change(message));
    },
    onStateChange: (state) => remote.setConnectionState(state),
  });
  requestWakeLock();
  // Images of charts use the deck's fonts.
  void document.fonts.ready.then(() => remote.slidesChanged());
}

const settings = document.querySelector('script#lectern-dev')?.textContent;
if (settings) void start(JSON.parse(settings) as PageSettings);
