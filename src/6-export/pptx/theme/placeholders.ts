import type { LayoutName } from '../../../model/deck.ts';
import { atStart, type Box } from '../units.ts';
import {
  bodyAnchor,
  headerMargin,
  headingLook,
  type LayoutPlan,
  type Placeholder,
  type SlideRoom,
  type TextLook,
  textLook,
  titleLeading,
} from './looks.ts';
import type { SlideStyle } from './style.ts';

/** Places the slots of a layout, as `themes/base/layouts.css` does. */
export function planLayout(
  name: LayoutName,
  style: SlideStyle,
  room: SlideRoom,
  hasHeader: boolean,
  isRightToLeft: boolean,
): LayoutPlan {
  const placeholders = new LayoutPlanner(style, room, hasHeader).plan(name);
  const slide = { x: 0, y: 0, ...room };
  const place = (box: Box) => atStart(box, slide, { isRightToLeft });
  const placed = placeholders.map((each) => ({ ...each, box: place(each.box) }));
  return { name, placeholders: placed, isRightToLeft };
}

class LayoutPlanner {
  readonly #style: SlideStyle;
  readonly #room: SlideRoom;
  readonly #margin: { readonly x: number; readonly top: number; readonly bottom: number };

  constructor(style: SlideStyle, room: SlideRoom, hasHeader: boolean) {
    this.#style = style;
    this.#room = room;
    const length = (token: string): number => style.length(token);
    this.#margin = {
      x: length('--margin-inline'),
      top: Math.max(length('--margin-top'), hasHeader ? headerMargin : 0),
      bottom: length('--margin-bottom'),
    };
  }

  plan(name: LayoutName): readonly Placeholder[] {
    switch (name) {
      case 'cover':
        return this.#cover();
      case 'section':
        return this.#section();
      case 'statement':
        return this.#statement();
      case 'quote':
        return this.#quote();
      case 'end':
        return this.#end();
      case 'two-columns':
        return this.#columns();
      case 'image-left':
      case 'image-right':
        return this.#withImage(name);
      case 'full-image':
        return this.#fullImage();
      case 'blank':
        return [this.#body(this.#inner)];
      case 'center':
        return this.#center();
      default:
        return [this.#title(), this.#body(this.#below, bodyAnchor(this.#style))];
    }
  }

  get #inner(): Box {
    const { x, top, bottom } = this.#margin;
    const { width, height } = this.#room;
    return { x, y: top, width: width - 2 * x, height: height - top - bottom };
  }

  /** The room below a title of one line. */
  get #below(): Box {
    const used = this.#titleBox.height + this.#style.length('--gap-title');
    const { x, y, width, height } = this.#inner;
    return { x, y: y + used, width, height: height - used };
  }

  get #titleBox(): Box {
    const height = this.#style.length('--size-title') * titleLeading;
    return { ...this.#inner, height };
  }

  #title(
    box = this.#titleBox,
    text = headingLook(this.#style, this.#style.length('--size-title')),
  ): Placeholder {
    return { slot: 'title', type: 'title', index: 0, name: 'Title', box, text };
  }

  #body(box: Box, anchor: 't' | 'ctr' = 't', slot = 'body', index = 1): Placeholder {
    const text = textLook(this.#style, this.#style.length('--size-text'), { anchor });
    return { slot, index, name: index === 1 ? 'Content' : `Content ${index}`, box, text };
  }

  #label(box: Box): Placeholder {
    const size = this.#style.length('--size-small');
    const look = { color: '--color-accent', isBold: true, leading: 1.3, anchor: 'b' } as const;
    return this.#title(box, textLook(this.#style, size, look));
  }

  #cover(): readonly Placeholder[] {
    const { width } = this.#room;
    const inner = this.#inner;
    const textHeight = 104;
    const gap = this.#style.length('--gap-title');
    const size = this.#style.length('--size-cover');
    const title: Placeholder = {
      slot: 'title',
      type: 'ctrTitle',
      index: 0,
      name: 'Title',
      box: { ...inner, width: width * 0.78, height: inner.height - textHeight - gap },
      text: headingLook(this.#style, size, { anchor: 'b', leading: 1, tracking: -0.022 }),
    };
    const y = inner.y + inner.height - textHeight;
    const text: Placeholder = {
      slot: 'text',
      type: 'subTitle',
      index: 1,
      name: 'Subtitle',
      box: { ...inner, width: width * 0.78, y, height: textHeight },
      text: textLook(this.#style, this.#style.length('--size-small'), { color: '--color-muted' }),
    };
    return [
      title,
      text,
      this.#image({ x: width * 0.58, y: 0, width: width * 0.42, height: this.#room.height }),
    ];
  }

  #section(): readonly Placeholder[] {
    const { width, height } = this.#room;
    const size = this.#style.length('--size-section');
    const top = height * 0.36 + 38;
    const box = { ...this.#inner, y: top, width: width * 0.74, height: size * 1.06 };
    const look = headingLook(this.#style, size, { leading: 1.04, tracking: -0.02 });
    const below = { ...box, y: top + box.height + 28, width: width * 0.62, height: height * 0.25 };
    return [this.#title(box, look), this.#part('text', below, { color: '--color-muted' })];
  }

  #part(
    slot: string,
    box: Box,
    more: Partial<TextLook>,
    size = this.#style.length('--size-text'),
  ): Placeholder {
    return {
      slot,
      type: 'body',
      index: 1,
      name: 'Text',
      box,
      text: textLook(this.#style, size, more),
    };
  }

  #statement(): readonly Placeholder[] {
    const { width, height } = this.#room;
    const inner = this.#inner;
    const label = { ...inner, y: height * 0.24, height: 36 };
    const box = { ...inner, y: label.y + 60, width: width * 0.8, height: height * 0.42 };
    const look = headingLook(this.#style, this.#style.length('--size-statement'), {
      leading: 1.08,
      tracking: -0.02,
    });
    const text: Placeholder = {
      slot: 'text',
      type: 'body',
      index: 1,
      name: 'Statement',
      box,
      text: look,
    };
    return [this.#label(label), text];
  }

  #quote(): readonly Placeholder[] {
    const { width, height } = this.#room;
    const inner = this.#inner;
    const label = { ...inner, y: height * 0.19, height: 36 };
    const box = { ...inner, y: height * 0.36, width: width * 0.76, height: height * 0.36 };
    const look = headingLook(this.#style, this.#style.length('--size-quote'), {
      leading: 1.22,
      tracking: -0.01,
      isBold: false,
    });
    const quote: Placeholder = {
      slot: 'quote',
      type: 'body',
      index: 1,
      name: 'Quote',
      box,
      text: look,
    };
    const small = textLook(this.#style, this.#style.length('--size-small'), {
      color: '--color-muted',
    });
    const below = { ...inner, y: box.y + box.height + 32, width: box.width, height: 48 };
    const source: Placeholder = {
      slot: 'attribution',
      type: 'body',
      index: 2,
      name: 'Source',
      box: below,
      text: small,
    };
    return [this.#label(label), quote, source];
  }

  #end(): readonly Placeholder[] {
    const { height } = this.#room;
    const inner = this.#inner;
    const size = this.#style.length('--size-cover') * 0.8;
    const box = { ...inner, y: height * 0.2, height: size * 1.05 };
    const look = headingLook(this.#style, size, { leading: 1, tracking: -0.022 });
    const body = { ...inner, y: box.y + box.height + 40, height: height * 0.45 };
    return [this.#title(box, look), this.#body(body)];
  }

  #columns(): readonly Placeholder[] {
    const gap = this.#style.length('--gap-columns');
    const box = this.#below;
    const width = (box.width - gap) / 2;
    const left = this.#body({ ...box, width }, 't', 'left', 1);
    const right = this.#body({ ...box, x: box.x + width + gap, width }, 't', 'right', 2);
    return [this.#title(), left, right];
  }

  #center(): readonly Placeholder[] {
    const { width } = this.#room;
    const box = this.#below;
    const body = this.#body({ ...box, x: width * 0.15, width: width * 0.7 }, 'ctr');
    const title = this.#title(
      this.#titleBox,
      headingLook(this.#style, this.#style.length('--size-title'), { align: 'center' }),
    );
    return [title, { ...body, text: { ...body.text, align: 'center' } }];
  }

  #image(box: Box, index = 10): Placeholder {
    return {
      slot: 'image',
      type: 'pic',
      index,
      name: 'Picture',
      box,
      text: textLook(this.#style, this.#style.length('--size-caption')),
    };
  }

  #withImage(name: 'image-left' | 'image-right'): readonly Placeholder[] {
    const { width, height } = this.#room;
    if (height >= width) return this.#withImageAbove(name);
    const isLeft = name === 'image-left';
    const image = { x: isLeft ? 0 : width * 0.54, y: 0, width: width * 0.46, height };
    const x = isLeft ? width * 0.46 + 64 : this.#margin.x;
    const own = { x, width: width * 0.54 - 64 - this.#margin.x };
    const [title, body] = [this.#title(), this.#body(this.#below, bodyAnchor(this.#style))];
    return [
      { ...title, box: { ...title.box, ...own } },
      { ...body, box: { ...body.box, ...own } },
      this.#image(image),
    ];
  }

  /** Square and portrait slides have their images above or below the text. */
  #withImageAbove(name: 'image-left' | 'image-right'): readonly Placeholder[] {
    const { width, height } = this.#room;
    const isAbove = name === 'image-left';
    const share = height * 0.44;
    const image = { x: 0, y: isAbove ? 0 : height - share, width, height: share };
    const shift = isAbove ? share : 0;
    const [title, body] = [this.#title(), this.#body(this.#below)];
    return [
      { ...title, box: { ...title.box, y: title.box.y + shift } },
      { ...body, box: { ...body.box, y: body.box.y + shift, height: body.box.height - share } },
      this.#image(image),
    ];
  }

  #fullImage(): readonly Placeholder[] {
    const { width, height } = this.#room;
    const small = textLook(this.#style, this.#style.length('--size-small'), { anchor: 'ctr' });
    const box = { x: 0, y: height - 40 - 68, width: width * 0.75, height: 68 };
    const title = this.#title({ ...this.#titleBox });
    const own = { slot: 'caption', type: 'body', index: 11, name: 'Caption' } as const;
    const caption: Placeholder = { ...own, box, text: small };
    return [this.#image({ x: 0, y: 0, width, height }), title, caption];
  }
}
