import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import type { Watcher } from './live.ts';
import type { Running } from './servers.ts';

const html = `<!doctype html><title>Word</title><p>Draft <span>0</span> of this page.</p>
<script>
new WebSocket(location.origin.replace('http', 'ws')).onmessage = ({ data }) => {
  document.querySelector('span').textContent = data;
};
</script>`;

/** The limit: an empty page that is told by WebSocket to change one word. */
export function wordWatcher(): Watcher {
  let server: WordServer | undefined;
  return {
    name: 'WebSocket',
    page: '/',
    start(port) {
      server = new WordServer(port);
      return server;
    },
    save: (draft) => server?.send(`${draft}`),
  };
}

class WordServer implements Running {
  readonly address = new Promise<string>(() => {});
  readonly #http = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end(html);
  });
  readonly #sockets = new WebSocketServer({ server: this.#http });

  constructor(port: number) {
    this.#http.listen(port);
  }

  send(word: string): void {
    for (const client of this.#sockets.clients) client.send(word);
  }

  close(): void {
    for (const client of this.#sockets.clients) client.terminate();
    this.#http.close();
  }
}
