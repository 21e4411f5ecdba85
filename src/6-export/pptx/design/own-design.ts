import { type LayoutName, layoutNames } from '../../../model/deck.ts';
import type { BuiltPage } from '../../../model/page.ts';
import type { DeckFile } from '../deck-file.ts';
import type { Part } from '../package/package.ts';
import { firstLayoutId, masterNumber } from '../root.ts';
import { notesExtent, writeNotesMaster } from '../slide/notes.ts';
import { SlideWriter } from '../slide/slide-writer.ts';
import { writeLayout } from '../theme/layout.ts';
import type { SlideRoom } from '../theme/looks.ts';
import { writeMaster } from '../theme/master.ts';
import { planLayout } from '../theme/placeholders.ts';
import type { SlideStyle } from '../theme/style.ts';
import { writeTheme } from '../theme/theme-part.ts';
import { emu } from '../units.ts';
import type { Design, DesignLayout } from './design.ts';

const types = 'application/vnd.openxmlformats-officedocument';
const presentationType = `${types}.presentationml`;

/** What a design is made from. */
export interface DesignRequest {
  readonly page: BuiltPage;
  readonly file: DeckFile;
  readonly room: SlideRoom;
  readonly language: { readonly lang: string; readonly isRightToLeft: boolean };
  readonly styleOf: (...classes: readonly string[]) => SlideStyle;
}

/** A master with the deck's own theme: its colors, fonts and layouts. */
export function createOwnDesign(request: DesignRequest): Design {
  const writer = new OwnDesignWriter(request);
  return writer.write();
}

class OwnDesignWriter {
  readonly #request: DesignRequest;
  readonly #style: SlideStyle;

  constructor(request: DesignRequest) {
    this.#request = request;
    this.#style = request.styleOf('layout-default');
  }

  write(): Design {
    const { file, room } = this.#request;
    const master = file.parts.add(
      'ppt/slideMasters/slideMaster1.xml',
      `${presentationType}.slideMaster+xml`,
    );
    const theme = this.#addTheme(master);
    const layouts = this.#addLayouts(master);
    const fonts = ['--font-heading', '--font-text'].map((token) => this.#style.font(token));
    return {
      layouts,
      notesMaster: addNotesMaster(this.#request, (part) => this.#addTheme(part)),
      masters: [{ part: master, id: masterNumber }],
      room,
      slideSize: { cx: emu(room.width), cy: emu(room.height) },
      notesSize: notesExtent,
      theme,
      fonts: [...new Set(fonts)],
    };
  }

  get #hasHeader(): boolean {
    const { deck } = this.#request.page.contents;
    return (
      deck.header.length > 0 || deck.stacks.flat().some(({ header = [] }) => header.length > 0)
    );
  }

  #addTheme(master: Part): Part {
    const { name } = this.#request.page.contents.deck.frontMatter.theme;
    const own = name.replace(/^.*\//, '').replace(/\.css$/, '');
    const theme = addTheme(this.#request, `Lectern ${own}`);
    master.relate('theme', theme);
    return theme;
  }

  #addLayouts(master: Part): ReadonlyMap<LayoutName, DesignLayout> {
    const { file, room, language, styleOf } = this.#request;
    const layouts = new Map<LayoutName, DesignLayout>();
    // The one that PowerPoint chooses for new slides comes second.
    for (const name of layoutNames) {
      const style = styleOf(`layout-${name}`);
      const plan = planLayout(name, style, room, this.#hasHeader, language.isRightToLeft);
      const part = file.parts.addNumbered(
        'ppt/slideLayouts/slideLayout',
        'xml',
        `${presentationType}.slideLayout+xml`,
      );
      part.relate('slideMaster', master);
      part.content = writeLayout(new SlideWriter(file, part, style, language), plan, room);
      layouts.set(name, { part, plan, style, scheme: file.scheme });
    }
    const ids = [...layouts.values()].map(
      ({ part }, index) => [firstLayoutId + index, master.relate('slideLayout', part)] as const,
    );
    const usual = layouts.get('default')?.plan;
    const [title, body] = usual?.placeholders ?? [];
    if (title && body) {
      const writer = new SlideWriter(file, master, this.#style, language);
      master.content = writeMaster(writer, room, title, body, ids);
    }
    return layouts;
  }
}

/** Adds a theme with the colors and fonts of the deck. */
export function addTheme({ file, styleOf }: DesignRequest, name: string): Part {
  const style = styleOf('layout-default');
  const fonts = { heading: style.font('--font-heading'), text: style.font('--font-text') };
  const xml = writeTheme(name, file.scheme, fonts);
  return file.parts.addNumbered('ppt/theme/theme', 'xml', `${types}.theme+xml`, xml);
}

/** A master for pages with notes. @param addThemeTo adds a theme that it refers to */
export function addNotesMaster(
  { file, language, styleOf }: DesignRequest,
  addThemeTo: (master: Part) => void,
): Part {
  const part = file.parts.add(
    'ppt/notesMasters/notesMaster1.xml',
    `${presentationType}.notesMaster+xml`,
  );
  addThemeTo(part);
  const writer = new SlideWriter(file, part, styleOf('layout-default'), language);
  part.content = writeNotesMaster(writer);
  return part;
}
