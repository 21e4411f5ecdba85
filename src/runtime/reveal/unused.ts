/**
 * Replaces the controllers of reveal.js that Lectern does not use: the print and scroll views, jump to
 * slide, overlays, arrows, touch, backgrounds, notes, slide numbers, plugins and embedding.
 */
export default class Unused {
  // Called by reveal.js on start, navigation and stop.
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

  // Queried by reveal.js.
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

  // Part of the public API of reveal.js.
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
