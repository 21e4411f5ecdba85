import { element, type Xml } from '../xml.ts';
import type { Appearance, SlideWriter } from './slide-writer.ts';

/** Writes when the parts of a slide appear, a click for each step; `undefined` if all are there from the start. */
export function writeTiming({ appearances, media }: SlideWriter): Xml | undefined {
  if (appearances.length === 0 && media.length === 0) return undefined;
  const ids = new IdCounter();
  const steps = [...new Set(appearances.map(({ step }) => step))].sort((a, b) => a - b);
  const clicks = steps.map((step) => {
    const own = appearances.filter((each) => each.step === step);
    return writeClick(own, ids);
  });
  const players = media.map(({ shape, type }) => writePlayer(shape, type, ids));
  const sequence =
    clicks.length > 0 &&
    element(
      'p:seq',
      { concurrent: true, nextAc: 'seek' },
      element(
        'p:cTn',
        { id: ids.main, dur: 'indefinite', nodeType: 'mainSeq' },
        element('p:childTnLst', {}, clicks),
      ),
      element('p:prevCondLst', {}, slideEvent('onPrev')),
      element('p:nextCondLst', {}, slideEvent('onNext')),
    );
  const root = element(
    'p:cTn',
    { id: ids.root, dur: 'indefinite', restart: 'never', nodeType: 'tmRoot' },
    element('p:childTnLst', {}, sequence, players),
  );
  const builds = writeBuilds(appearances);
  return element(
    'p:timing',
    {},
    element('p:tnLst', {}, element('p:par', {}, root)),
    builds.length > 0 && element('p:bldLst', {}, builds),
  );
}

class IdCounter {
  readonly root = 1;
  readonly main = 2;
  #last = 2;

  next(): number {
    return ++this.#last;
  }
}

function slideEvent(evt: string): Xml {
  return element('p:cond', { evt, delay: '0' }, element('p:tgtEl', {}, element('p:sldTgt')));
}

function at(delay: string): Xml {
  return element('p:stCondLst', {}, element('p:cond', { delay }));
}

/** What appears with one click. */
function writeClick(appearances: readonly Appearance[], ids: IdCounter): Xml {
  const [outer, inner] = [ids.next(), ids.next()];
  const effects = appearances.map((each, index) =>
    writeEffect(each, index === 0 ? 'clickEffect' : 'withEffect', ids),
  );
  const group = element(
    'p:cTn',
    { id: inner, fill: 'hold' },
    at('0'),
    element('p:childTnLst', {}, effects),
  );
  return element(
    'p:par',
    {},
    element(
      'p:cTn',
      { id: outer, fill: 'hold' },
      at('indefinite'),
      element('p:childTnLst', {}, element('p:par', {}, group)),
    ),
  );
}

function writeEffect(appearance: Appearance, nodeType: string, ids: IdCounter): Xml {
  const [effect, behavior] = [ids.next(), ids.next()];
  const set = element(
    'p:set',
    {},
    element(
      'p:cBhvr',
      {},
      element('p:cTn', { id: behavior, dur: '1', fill: 'hold' }, at('0')),
      element('p:tgtEl', {}, writeTarget(appearance)),
      element('p:attrNameLst', {}, element('p:attrName', {}, 'style.visibility')),
    ),
    element('p:to', {}, element('p:strVal', { val: 'visible' })),
  );
  const values = {
    id: effect,
    presetID: 1,
    presetClass: 'entr',
    presetSubtype: 0,
    fill: 'hold',
    grpId: 0,
    nodeType,
  };
  return element('p:par', {}, element('p:cTn', values, at('0'), element('p:childTnLst', {}, set)));
}

/** In the place of an index that does not apply. */
const noIndex = -3;

function writeTarget({ shape, paragraphs, chart }: Appearance): Xml {
  if (chart) {
    const { by, index = noIndex } = chart;
    const part = element('a:chart', {
      seriesIdx: by === 'series' ? index : noIndex,
      categoryIdx: by === 'category' ? index : noIndex,
      bldStep: chart.index === undefined ? 'gridLegend' : by,
    });
    return element('p:spTgt', { spid: shape }, element('p:graphicEl', {}, part));
  }
  if (!paragraphs) return element('p:spTgt', { spid: shape });
  const [st, end] = paragraphs;
  return element('p:spTgt', { spid: shape }, element('p:txEl', {}, element('p:pRg', { st, end })));
}

/** How shapes are divided into parts that appear. */
function writeBuilds(appearances: readonly Appearance[]): readonly Xml[] {
  const byShape = new Map<number, Appearance>();
  for (const each of appearances) if (!byShape.has(each.shape)) byShape.set(each.shape, each);
  return [...byShape].flatMap(([spid, { paragraphs, chart }]) => {
    if (paragraphs) return [element('p:bldP', { spid, grpId: 0, build: 'p' })];
    if (!chart) return [];
    const parts = element('a:bldChart', { bld: chart.by, animBg: chart.index === undefined });
    return [element('p:bldGraphic', { spid, grpId: 0 }, element('p:bldSub', {}, parts))];
  });
}

function writePlayer(shape: number, type: 'video' | 'audio', ids: IdCounter): Xml {
  const target = element('p:tgtEl', {}, element('p:spTgt', { spid: shape }));
  const time = element('p:cTn', { id: ids.next(), fill: 'hold', display: false }, at('indefinite'));
  return element(`p:${type}`, {}, element('p:cMediaNode', { vol: 80000 }, time, target));
}

/** The transition to a slide, by the names of reveal.js; `undefined` for none. */
export function writeTransition(name: string, morphs: boolean): Xml | undefined {
  const [first = ''] = name.split(' ');
  const kind = first.replace(/-(?:in|out)$/, '');
  if (morphs) return morph;
  if (kind === 'fade') return element('p:transition', { spd: 'med' }, element('p:fade'));
  if (kind === 'slide' || kind === 'convex' || kind === 'concave') {
    return element('p:transition', { spd: 'med' }, element('p:push', { dir: 'l' }));
  }
  if (kind === 'zoom')
    return element('p:transition', { spd: 'med' }, element('p:zoom', { dir: 'in' }));
  return undefined;
}

/** Elements that both slides have move; programs that do not know that fade. */
const morph = element(
  'mc:AlternateContent',
  { 'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006' },
  element(
    'mc:Choice',
    {
      'xmlns:p159': 'http://schemas.microsoft.com/office/powerpoint/2015/09/main',
      Requires: 'p159',
    },
    element('p:transition', { spd: 'slow' }, element('p159:morph', { option: 'byObject' })),
  ),
  element('mc:Fallback', {}, element('p:transition', { spd: 'slow' }, element('p:fade'))),
);
