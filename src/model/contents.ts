/** Kinds of content of a slide, on which it depends which success criteria apply. */
const contentKinds = [
  'text',
  'heading',
  'link',
  'image',
  'drawing',
  'table',
  'formula',
  'list',
  'video',
  'audio',
  'control',
  'script',
] as const;

export type ContentKind = (typeof contentKinds)[number];

/** What a page in a browser contains. */
export interface PageContents {
  readonly title: string;
  readonly lang: string;
  /** By the numbers of slides, from 1. */
  readonly slides: Readonly<Record<number, readonly ContentKind[]>>;
}
