import { crc32, deflateSync } from 'node:zlib';

/** Decks to measure with: the same bytes on every run, the same slides for each program. */

export type Dialect = 'lectern' | 'marp';

export interface DeckPlan {
  readonly slides: number;
  /** Charts on the last slides; Lectern only. */
  readonly charts: readonly ('bar' | 'line')[];
  /** Whether each slide but the first shows a photograph, and no more than one: see {@link writePhoto}. */
  readonly hasPhotos?: boolean;
  /** Stands in the text of the second slide: what an author changes between two builds. */
  readonly draft: number;
}

/** A slide's text but for its notes, which each program writes in its own way. */
type WriteSlide = (say: Speaker, dialect: Dialect) => string;

/** Says a number of words; never the same twice in a deck. */
type Speaker = (words: number) => string;

const words = `the talk begins where a speaker stops to ask what people will carry home after
the last slide a figure which we may trust some quick joke or maybe just one example of extra size
zero noise vivid pictures and hard work on every page`.split(/\s+/);

const ordinarySlides: readonly WriteSlide[] = [
  (say) => `- ${say(6)}\n- **${say(2)}** ${say(4)}\n- ${say(5)}, *${say(1)}*\n- ${say(7)}`,
  (say, dialect) => fence('ts', dialect === 'lectern' ? ' {1|3-5}' : '', typescript(say)),
  (say) => table(say),
  (say) => `![${say(4)}](picture.svg)\n\n${say(14)}`,
  (say) => `> ${say(12)}.\n\n${say(2)}`,
  (say) => fence('python', '', python(say)),
  (say) => `1. ${say(5)}\n2. ${say(4)}\n   - ${say(3)}\n   - ${say(3)}\n3. ${say(6)}`,
  (say) => `${say(18)} [${say(2)}](https://example.com/) ${say(6)}.\n\n### ${say(3)}\n\n${say(12)}`,
  (say) => fence('json', '', json(say)),
  (say) => `- ${say(4)}\n- \`${say(1)}\` ${say(5)}\n- ${say(6)}`,
  (say) => `### ${say(2)}\n\n${say(10)}\n\n### ${say(2)}\n\n${say(11)}`,
];

/** The Markdown of a deck. */
export function writeDeck(plan: DeckPlan, dialect: Dialect): string {
  const { slides, charts, hasPhotos, draft } = plan;
  const say = speaker();
  const texts = Array.from({ length: slides - 1 }, (_, i) => {
    const writeSlide = hasPhotos ? photoSlide(i) : ordinarySlides[i % ordinarySlides.length];
    const kind = charts[slides - 2 - i];
    const body = kind || !writeSlide ? chart(kind, i) : writeSlide(say, dialect);
    const more = draft % 2 === 0 ? '' : '\nWith a line more.';
    const change = i === 0 ? `\n\nDraft ${draft} of this slide.${more}` : '';
    return `## ${say(4)}\n\n${body}${change}\n\n${notes(say(25), dialect)}`;
  });
  const head = dialect === 'marp' ? 'marp: true\npaginate: true' : 'numbers: n/total';
  const cover = `# A talk of ${slides} slides\n\n${say(8)}`;
  return `---\n${head}\n---\n\n${[cover, ...texts].join('\n\n---\n\n')}\n`;
}

function photoSlide(number: number): WriteSlide {
  return (say) => `- ${say(6)}\n\n![${say(4)}](photo-${number}.png)`;
}

/**
 * A PNG of 1.5 MB that nothing makes smaller, as a photograph: noise. It is wide, as not every program
 * leaves room below a picture.
 */
export function writePhoto(number: number): Buffer {
  const [width, height] = [2400, 208];
  const pixels = Buffer.alloc(height * (width * 3 + 1));
  let state = number;
  for (let i = 0; i < pixels.length; i++) {
    state = nextState(state);
    // Each row begins with the number of its filter, which is none.
    pixels[i] = i % (width * 3 + 1) === 0 ? 0 : state >>> 24;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND')];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
}

/** A part of a PNG file: https://www.w3.org/TR/png-3/#5Chunk-layout */
function chunk(type: string, data = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The file that the decks' image slides name. */
export function writePicture(): string {
  const bars = Array.from({ length: 24 }, (_, i) => {
    const height = 40 + ((i * 67) % 300);
    return `<rect x="${i * 26}" y="${360 - height}" width="20" height="${height}" fill="#264653"/>`;
  });
  const size = 'width="640" height="360" viewBox="0 0 640 360"';
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n${bars.join('\n')}\n</svg>\n`;
}

/** No chart is like another: each has to be drawn. */
function chart(kind: DeckPlan['charts'][number] = 'bar', number: number): string {
  return `\`\`\`chart ${kind}
title: Revenue
unit: US$ bn
x: year

year,revenue
2013,3.1
2014,4.6
2015,7.9
2016,12.2
2017,17.5
2018,25.7
2019,${35 + number}
\`\`\``;
}

function speaker(): Speaker {
  let state = 1;
  const next = () => {
    state = nextState(state);
    return words[Math.floor((state / 2 ** 32) * words.length)] ?? '';
  };
  return (count) => Array.from({ length: count }, next).join(' ');
}

/** A linear congruential generator with the constants of Numerical Recipes. */
function nextState(state: number): number {
  return (Math.imul(state, 1664525) + 1013904223) >>> 0;
}

function notes(text: string, dialect: Dialect): string {
  return dialect === 'marp' ? `<!--\n${text}\n-->` : `Note:\n${text}`;
}

function fence(language: string, steps: string, code: string): string {
  return `\`\`\`${language}${steps}\n${code}\n\`\`\``;
}

function table(say: Speaker): string {
  const row = () => `| ${say(2)} | ${say(1)} | ${say(1).length * 7} |`;
  return `| what | who | how many |\n|---|:---:|---:|\n${row()}\n${row()}\n${row()}\n${row()}`;
}

function typescript(say: Speaker): string {
  return `// ${say(5)}
export interface Slide {
  readonly title: string;
  readonly ${say(1)}Count: number;
}

export function ${say(1)}Of(slides: readonly Slide[]): string {
  const long = slides.filter((slide) => slide.title.length > ${say(1).length});
  return long.map(({ title }) => \`${say(3)} \${title}\`).join(', ');
}`;
}

function python(say: Speaker): string {
  return `def ${say(1)}_count(slides: list[str]) -> dict[str, int]:
    """${say(6)}"""
    counts = {}
    for slide in slides:
        for word in slide.split():
            counts[word] = counts.get(word, 0) + ${say(1).length}
    return counts`;
}

function json(say: Speaker): string {
  return `{
  "title": "${say(4)}",
  "slides": ${say(1).length},
  "tags": ["${say(1)}", "${say(1)}"],
  "draft": false
}`;
}
