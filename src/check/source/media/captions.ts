import { statSync } from 'node:fs';
import path from 'node:path';
import { isUrl } from '../../../base/files/locate-file.ts';
import { findFile } from '../links/find-file.ts';
import type { SourceContext, SourceRule } from '../rule.ts';
import { elementsIn, isDecorative, isText, type SourceElement } from '../tree/element.ts';

/** Videos without captions, and audio without anything to read instead. */
export const captions: SourceRule = (context) => {
  for (const { of, root } of context.parts) {
    if (of === 'notes') continue;
    for (const { element, around } of elementsIn(root)) {
      const { name } = element;
      if (name !== 'video' && name !== 'audio') continue;
      const isDecoration = [element, ...around].some(isDecorative) || isSilent(element);
      if (isDecoration || hasCaptions(element)) continue;
      if (name === 'audio' && hasTranscript(around[0], element)) continue;
      report(element, context);
    }
  }
};

/** A video that runs without sound, in a loop, says nothing. */
function isSilent({ name, attributes, isHtml }: SourceElement): boolean {
  return name === 'video' && attributes.has('muted') && (attributes.has('loop') || isHtml);
}

function hasCaptions({ attributes, children }: SourceElement): boolean {
  const tracks = children.filter((child): child is SourceElement => !isText(child));
  const hasTrack = tracks.some(
    (track) =>
      track.name === 'track' &&
      /^(?:captions|subtitles|)$/i.test(track.attributes.get('kind')?.trim() ?? '') &&
      (track.attributes.get('src')?.trim() ?? '') !== '',
  );
  return attributes.has('captions') || hasTrack;
}

/** Whether a link to a text is next to an audio, or what folds one out. */
function hasTranscript(around: SourceElement | undefined, element: SourceElement): boolean {
  const nearby = around?.name === 'figure' ? elementsIn(around) : [];
  const others = nearby.filter((each) => each.element !== element);
  return others.some(({ element: { name } }) => name === 'a' || name === 'details');
}

function report(element: SourceElement, context: SourceContext): void {
  const { name, span, attributes, isHtml } = element;
  const file = captionsFile(attributes.get('src') ?? '', element, context);
  const written = file ?? 'talk.vtt';
  const track = isHtml
    ? `<track kind="captions" src="${written}"> in it`
    : `{captions=${/\s/.test(written) ? `"${written}"` : written}}`;
  const silent = isHtml ? '' : '; a silent one in a loop, {muted loop}, needs none';
  const hint =
    name === 'audio'
      ? `add ${track}, or link to a transcript in its caption`
      : `add ${track}, with what is said as WebVTT${silent}`;
  const message =
    name === 'audio'
      ? 'this audio has neither captions nor a transcript'
      : 'this video has no captions';
  context.add({ rule: 'captions', span, message, hint });
}

/** A file with captions next to a video. */
function captionsFile(
  source: string,
  { span }: SourceElement,
  { deck, options }: SourceContext,
): string | undefined {
  if (source === '' || isUrl(source)) return undefined;
  const name = source.replace(/\.\w+$/, '.vtt');
  const from = deck.texts.find((text) => text.path === span.file)?.realPath ?? deck.file;
  if (findFile(name, from, options.root).kind !== 'file') return undefined;
  const stats = statSync(path.resolve(path.dirname(from), name), { throwIfNoEntry: false });
  return stats?.isFile() ? name : undefined;
}
