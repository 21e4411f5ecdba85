import { attributes, type Html, html } from '../../base/html.ts';
import { nameOfLanguage } from '../../base/language-tag.ts';
import type { Media, MediaTrack } from '../../model/blocks.ts';
import { blockAttributes, cssLength } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { fillInEmoji } from '../inline.ts';

/** A player of audio shows nothing that says what it plays. */
function fileName({ type, source }: Media): string | undefined {
  return type === 'audio' ? source.path.split(/[/\\]/).at(-1) : undefined;
}

/** Renders a video or audio with controls. `autoplay` starts it when its slide is entered. */
export function renderMedia(media: Media, context: SlideContext): Html {
  const { values } = media.attributes;
  context.features.add('video');
  const [width, height] = [values.get('width'), values.get('height')];
  const sizes = [
    ...(width === undefined ? [] : [`width:${cssLength(width, context)}`]),
    ...(height === undefined ? [] : [`height:${cssLength(height, context)}`]),
  ];
  const own = attributes({
    src: context.assets.mark(media.source),
    controls: true,
    'aria-label': fillInEmoji(media.alt, context) || fileName(media),
    'data-autoplay': values.has('autoplay'),
    loop: values.has('loop'),
    muted: values.has('muted'),
    playsinline: media.type === 'video',
    style: sizes.length > 0 ? sizes.join(';') : undefined,
  });
  const tracks = media.tracks.map((track) => renderTrack(track, context));
  const player =
    media.type === 'video'
      ? html`<video${own}>${tracks}</video>`
      : html`<audio${own}>${tracks}</audio>`;
  const caption = media.caption !== undefined && html`<figcaption>${media.caption}</figcaption>`;
  const figure = blockAttributes(
    media.attributes,
    context,
    context.isAlone ? ['media', 'alone'] : ['media'],
  );
  return html`<figure${figure}>${player}${caption}</figure>`;
}

/** The captions and audio descriptions, which the controls of the player turn on. */
function renderTrack({ kind, source, language }: MediaTrack, context: SlideContext): Html {
  const srclang = language ?? context.lang;
  const label = nameOfLanguage(srclang);
  const src = context.assets.mark(source);
  return html`<track${attributes({ kind, srclang, label, src })}>`;
}
