import { isColor } from '../../../base/color/css-color.ts';
import { suggest } from '../../../base/diagnostics/suggest.ts';
import type { GraphvizMessage } from '../../../base/graphviz/lay-out.ts';
import type { DiagramSource } from '../source.ts';
import type { Places } from './places.ts';

const engines = ['circo', 'dot', 'fdp', 'neato', 'osage', 'patchwork', 'sfdp', 'twopi'];
const shapes =
  'box polygon ellipse oval circle point egg triangle plaintext plain diamond trapezium parallelogram house pentagon hexagon septagon octagon doublecircle doubleoctagon tripleoctagon invtriangle invtrapezium invhouse Mdiamond Msquare Mcircle rect rectangle square star none underline cylinder note tab folder box3d component record Mrecord'.split(
    ' ',
  );
const arrows =
  'normal inv dot invdot odot invodot none tee empty invempty diamond odiamond ediamond crow box obox open halfopen vee curve icurve'.split(
    ' ',
  );

interface Rule {
  readonly pattern: RegExp;
  readonly report: (found: readonly string[], places: Places, source: DiagramSource) => void;
}

const rules: readonly Rule[] = [
  // Widths are measured again in the fonts of the theme.
  { pattern: /no value for width of|no hard-coded metrics/, report: () => {} },
  {
    pattern: /^node '([\s\S]*)', graph '[\s\S]*' size too small for label/,
    report: ([name = ''], places, source) => {
      const { start, length } = places.ofText(name);
      const hint = 'leave out "fixedsize", or set a larger width and height';
      source.ignore(start, length, `the label of node "${name}" is larger than the node`, hint);
    },
  },
  // What follows from it is an error of its own.
  { pattern: /^flat edge between adjacent nodes|^\s*Edge \S+ -[->] \S+$/, report: () => {} },
  {
    pattern: /^lost (\S+) (\S+) edge/,
    report: ([from = '', to = ''], places, source) => {
      const { start, length } = places.ofText(from);
      const message = `Graphviz cannot draw the line between "${from}" and "${to}" in the same rank`;
      const hint = 'give them another shape than record, or an HTML label';
      source.fail('diagram-syntax', start, length, message, hint);
    },
  },
  {
    // Once for each format that is read.
    pattern: /^layers not supported in (\S+) output/,
    report: ([format], places, source) => {
      if (format !== 'json') return;
      const { start, length } = places.ofValue(/^layers$/, '');
      const hint = 'set "steps" after ```dot to show one part after the other';
      source.ignore(start, length, 'all layers of the graph are shown at once', hint);
    },
  },
  // Overlaps are removed in another way.
  { pattern: /^remove_overlap|^Overlap value "prism/, report: () => {} },
  // Attributes that name files are errors.
  { pattern: /^No or improper|while opening|^Filename ".*" is unsafe/, report: () => {} },
  {
    pattern: /^using box for unknown shape (.*)/,
    report: ([name = ''], places, source) => {
      const { start, length } = places.ofValue(/^shape$/, name);
      const message = `there is no shape "${name}": a box is drawn`;
      source.ignore(start, length, message, suggest(name, shapes));
    },
  },
  {
    pattern: /^Arrow type "(.*)" unknown/,
    report: ([name = ''], places, source) => {
      const { start, length } = places.ofValue(/^arrow(?:head|tail)$/, name);
      const message = `there is no arrowhead "${name}"`;
      source.ignore(start, length, message, suggest(name, arrows));
    },
  },
  {
    pattern: /^([\s\S]*) is not a known color/,
    report: ([name = ''], places, source) => {
      if (isColor(name)) return;
      const { start, length } = places.ofValue(/color$/, name);
      const hint = 'write a name that Graphviz knows, #123456 or var(--chart-1)';
      source.ignore(start, length, `"${name}" is not a color`, hint);
    },
  },
  {
    pattern: /^node (.*), port (.*) unrecognized/,
    report: ([node = '', port = ''], places, source) => {
      const { start, length } = places.ofText(port);
      source.ignore(start, length, `node "${node}" has no port "${port}"`);
    },
  },
  {
    pattern: /^Layout type: "(.*)" not recognized/,
    report: ([name = ''], places, source) => {
      const { start, length } = places.ofValue(/^layout$/, name);
      const message = `there is no layout "${name}"`;
      source.fail('diagram-syntax', start, length, message, suggest(name, engines));
    },
  },
];

/** Reports the warnings and errors of Graphviz, other than syntax errors. */
export function reportMessages(
  messages: readonly GraphvizMessage[],
  places: Places,
  source: DiagramSource,
): void {
  const html = readHtmlErrors(messages);
  // Images in labels are refused with a reason of their own.
  for (const { problem, node } of source.hasFailed ? [] : html.errors) {
    const { start, length } = places.ofHtml(node);
    const hint = 'HTML in a label is well-formed: tags are closed, and & is written &amp;';
    source.fail('diagram-syntax', start, length, `invalid HTML in a label: ${problem}`, hint);
  }
  for (const { problem, node } of html.warnings) {
    const { start, length } = places.ofHtml(node);
    source.ignore(start, length, `ignored in a label: ${problem}`);
  }
  const seen = new Set<string>();
  for (const { message, level } of html.others) {
    if (seen.has(message) || message === '') continue;
    seen.add(message);
    const rule = rules.find(({ pattern }) => pattern.test(message.replace(/^Warning: /, '')));
    const found = rule?.pattern.exec(message)?.slice(1) ?? [];
    if (rule) rule.report(found, places, source);
    else reportOther(message, level === 'error', places, source);
  }
}

function reportOther(
  message: string,
  isError: boolean,
  places: Places,
  source: DiagramSource,
): void {
  const { start, length } = places.first;
  const text = `Graphviz: ${message.replace(/^(?:Warning|Error): /, '').replace(/\s+/g, ' ')}`;
  if (isError) source.fail('diagram-syntax', start, length, text);
  else source.ignore(start, length, text);
}

interface HtmlError {
  readonly problem: string;
  /** The node, edge or graph whose label it is, as Graphviz names it. */
  readonly node: string;
}

/**
 * An error in HTML has three messages: what, near what, and in the label of what. Of values that Graphviz ignores,
 * there is a warning each before the label of what they are in.
 */
function readHtmlErrors(messages: readonly GraphvizMessage[]) {
  const errors: HtmlError[] = [];
  const warnings: HtmlError[] = [];
  const others: GraphvizMessage[] = [];
  let before: string[] = [];
  for (const each of messages) {
    const [, node] = /^in label of \w+ ([\s\S]*)/.exec(each.message) ?? [];
    if (node === undefined) {
      if (each.level === 'error') before.push(each.message);
      else before = [];
      others.push(each);
    } else if (before.length > 0) {
      errors.push({ problem: (before[0] ?? '').replace(/ in line \d+.*/s, ''), node });
      before = [];
      while (others.at(-1)?.level === 'error') others.pop();
    } else {
      warnings.push(...takeIgnored(others).map((problem) => ({ problem, node })));
    }
  }
  return { errors, warnings, others };
}

/** Removes the warnings of ignored values from the end. */
function takeIgnored(messages: GraphvizMessage[]): readonly string[] {
  const isOther = ({ message }: GraphvizMessage) => !/ ignored\s*$/.test(message);
  const ignored = messages.splice(messages.findLastIndex(isOther) + 1);
  return ignored.map(({ message }) => message.replace(/^Warning: |[ -]*ignored\s*$/g, ''));
}
