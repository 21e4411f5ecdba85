import type { RemoteDeck } from '../model/remote.ts';
import type { BuildOptions } from '../model/source.ts';

export interface BundleOptions extends BuildOptions {
  /**
   * Whether the deck has errors and nobody will see its page. What is expensive is omitted: the runtime, fonts,
   * the images of charts and diagrams. Asked again and again, as errors are found meanwhile.
   */
  readonly isDraft: () => boolean;
}

/** The options of stages that embed files. */
export interface EmbedOptions extends BuildOptions {
  /** Fetches the files on the web; absent if the build does not. */
  readonly remoteDeck?: RemoteDeck;
}
