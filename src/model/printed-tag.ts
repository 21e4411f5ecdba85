/**
 * What an element of a page is in the tags of a PDF, if the browser does not know it. Its token is the
 * alternative text by which the page marks it.
 *
 * - `artifact`: repeated on each page, such as a footer; not read
 * - `figure`: an image, or what is printed instead of a video
 * - `term`: what a definition list defines
 * - `unnamed`: an image whose alternative text is missing
 * - `passage`: a text in another language
 */
export type PrintedTag = { readonly token: string } & PrintedKind;

export type PrintedKind =
  | { readonly kind: 'figure'; readonly text: string }
  /** `copied` is its text for those who copy it. */
  | { readonly kind: 'formula'; readonly text: string; readonly copied: string }
  | { readonly kind: 'artifact'; readonly place: 'Header' | 'Footer' }
  | { readonly kind: 'unnamed' | 'note' | 'reference' | 'passage' | 'term' };
