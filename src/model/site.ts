/** What a site shows of a slide and searches in. */
export interface SiteSlide {
  /** What follows the address of its deck: `#/3`, in a stack `#/3/2`. */
  readonly hash: string;
  /** Empty if it has none. */
  readonly title: string;
  /** All that it shows, without the title; texts of charts and diagrams and text alternatives, too. */
  readonly text: string;
}

/** A deck in the index of a site. Plain JSON. */
export interface SearchedDeck {
  /** The relative URL of its page. */
  readonly href: string;
  readonly title: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Its author, date and description. */
  readonly about: string;
  readonly slides: readonly SiteSlide[];
}
