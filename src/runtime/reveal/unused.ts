/**
 * Stands for each controller of reveal.js that a deck does without: the print and scroll views, jump
 * to slide, overlays, reveal's own arrows, touch, backgrounds, notes and numbers, plugins, embedding.
 */
export default class Unused {
  // What reveal.js calls as it starts, moves and stops.
  render(): void {}
  run(): void {}
  reset(): void {}
  configure(): void {}
  bind(): void {}
  unbind(): void {}
  update(): void {}
  updateParallax(): void {}
  updateVisibility(): void {}
  create(): void {}
  sync(): void {}
  layout(): void {}
  destroy(): void {}
  load(): Promise<void> {
    return Promise.resolve();
  }

  // What it asks.
  isActive(): boolean {
    return false;
  }
  isOpen(): boolean {
    return false;
  }
  isVisible(): boolean {
    return false;
  }
  isFocused(): boolean {
    return true;
  }
  isSpeakerNotesWindow(): boolean {
    return false;
  }
  close(): boolean {
    return false;
  }
  hasPlugin(): boolean {
    return false;
  }
  getPlugin(): undefined {}
  getRegisteredPlugins(): object {
    return {};
  }
  getSlideNotes(): null {
    return null;
  }
  getState(): object {
    return {};
  }

  // What its interface offers and a deck does not have.
  setState(): void {}
  activate(): void {}
  toggle(): void {}
  toggleHelp(): void {}
  show(): void {}
  hide(): void {}
  focus(): void {}
  previewIframe(): void {}
  previewImage(): void {}
  previewVideo(): void {}
  registerPlugin(): void {}
}
