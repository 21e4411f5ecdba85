import { frameBox } from '../shared/stand-in.ts';
import { yamlText } from '../yaml-text.ts';
import type { Flavor } from './flavor.ts';
import type { Sections } from './sections.ts';
import { titleSlide } from './settings/front-matter.ts';
import type { Metadata, Settings } from './settings/metadata.ts';
import { slideSettings, titleSlideAttributes, withBackground } from './settings/slide-settings.ts';

type Translate = (text: string, setting: string) => string;

/** The slides that the tool puts before those of the text: the title, and the contents. */
export class AddedSlides {
  readonly #title: string;
  readonly #hasContents: boolean;
  readonly #settings: Settings;
  readonly #sections: Sections;
  readonly #flavor: Flavor;

  constructor(metadata: Metadata, settings: Settings, sections: Sections, flavor: Flavor) {
    this.#title = titleSlide(metadata, settings, flavor.formatsDates);
    this.#hasContents = settings.flag('toc', 'table-of-contents') === true;
    this.#settings = settings;
    this.#sections = sections;
    this.#flavor = flavor;
  }

  get count(): number {
    return (this.#title === '' ? 0 : 1) + (this.#hasContents ? 1 : 0);
  }

  /** The slides as Markdown. @param translate translates a text of the setting with a name */
  write(translate: Translate): readonly string[] {
    return [
      ...(this.#title === '' ? [] : [this.#writeTitle(translate)]),
      ...(this.#hasContents ? [this.#writeContents(translate)] : []),
    ];
  }

  #writeTitle(translate: Translate): string {
    const title = this.#title.replace(
      /^(#? ?)(.+)$/gm,
      (_, mark: string, line: string) => mark + translate(asText(line), 'title'),
    );
    const attributes = titleSlideAttributes(this.#settings);
    const { settings: own, frame } = attributes ? slideSettings(attributes) : {};
    const yaml = yamlText({ layout: 'cover', ...withBackground(own ?? {}, this.#settings) });
    return `---\n${yaml}---\n\n${title}${frame === undefined ? '' : `\n\n${frameBox(frame)}`}\n`;
  }

  #writeContents(translate: Translate): string {
    const title =
      this.#settings.text('toc-title') ?? this.#flavor.wordFor('contents', this.#settings);
    const heading = title === undefined ? '' : `## ${translate(title, 'toc-title')}\n\n`;
    const yaml = yamlText(withBackground({}, this.#settings));
    const list = translate(this.#sections.list(this.#settings), 'toc');
    return `---\n${yaml === '' ? '' : `${yaml}---\n`}\n${heading}${list}\n`;
  }
}

/** A line that would begin a list or a quote, such as a date like `7. May`. */
function asText(line: string): string {
  return line.replace(/^(\d{1,9})(?=[.)]\s)/, '$1\\').replace(/^(?=[-+>]\s)/, '\\');
}
