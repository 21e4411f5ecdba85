import { expect, test } from 'vitest';
import { stripDataUrls } from '../../src/5-bundle/metadata/strip.ts';
import { stripSvg } from '../../src/5-bundle/metadata/svg.ts';

const secret = 'nobody-may-read-this';
const open = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"';
const strip = (svg: string) => stripSvg(svg, stripDataUrls);

test.each([
  ['the diagram of a drawing program', `${open} content="&lt;mxfile x=&quot;${secret}&quot;&gt;">`],
  ['data of scripts', `${open} data-name="${secret}" onload="f('${secret}')">`],
  ['names of parts', `${open}><g aria-label='${secret}' figma-name="${secret}"/>`],
  ['a path', `${open} xml:base="/home/${secret}"><use href="/home/${secret}.svg"/>`],
  [
    'a link',
    `${open} xmlns:xlink="http://www.w3.org/1999/xlink"><a xlink:href="file:///${secret}">`,
  ],
  ['a vocabulary without prefix', `${open}><mxfile xmlns="https://x.test">${secret}<b/></mxfile>`],
  ['an unknown element', `${open}><flowRoot><flowPara>${secret}</flowPara></flowRoot>`],
  ['a script', `${open}><script>// ${secret}</script>`],
  ['a comment in a style', `${open}><g style="/* ${secret} */fill:red"/>`],
  ['an address in a style', `${open}><style>g{fill:url("/home/${secret}")}</style>`],
  ['HTML with a path', `${open}><foreignObject><img src="/home/${secret}"/></foreignObject>`],
])('an SVG image without what is not drawn: %s', (_, start) => {
  const end = /<a xlink/.test(start) ? '</a>' : '';
  const stripped = strip(`${start}${end}<path d="M0 0h1"/></svg>`);
  expect(stripped).not.toContain(secret);
  expect(stripped).toContain('<path d="M0 0h1"/></svg>');
});

const prolog = (subset: string) =>
  `<?xml version="1.0"?><?xml-stylesheet href="file:///${secret}.css"?><?app ${secret}?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
<!-- ${secret} ]> ' --> ${subset}
]>`;

test('the declaration of an SVG image is removed, and its entities are replaced', () => {
  const stripped = strip(`${prolog(`<!ENTITY app "https://${secret}/"><!ENTITY unused '${secret}'>
    <!ENTITY link "http://www.w3.org/1999/xlink"><!ENTITY c "&d;"><!ENTITY d 'red"'>
    <!ENTITY file SYSTEM "${secret}"><!ENTITY shape "<g fill='&d;'/>">`)}
${open} xmlns:i="&app;" xmlns:l="&link;" i:x="${secret}"><g fill="&c;&amp;"/><i:g>${secret}</i:g>&shape;&file;</svg>`);
  expect(stripped.trim()).toBe(
    `<?xml version="1.0"?>\n\n${open} xmlns:l="http://www.w3.org/1999/xlink"><g fill="red&quot;&amp;"/><g fill='red&quot;'/></svg>`,
  );
});

test('default values of attributes stay', () => {
  const stripped = strip(`${prolog('<!ATTLIST g fill CDATA "red">')}\n${open}/>`);
  expect(stripped).toBe(
    `<?xml version="1.0"?>\n<!DOCTYPE svg [<!ATTLIST g fill CDATA "red">]>\n${open}/>`,
  );
});

test('entities that multiply are refused', () => {
  const list = Array.from(
    { length: 10 },
    (_, i) => `<!ENTITY e${i} "${`&e${i + 1};`.repeat(99)}">`,
  );
  expect(() =>
    strip(`<!DOCTYPE svg [${list.join('')}<!ENTITY e10 "x">]>${open}>&e0;</svg>`),
  ).toThrow(RangeError);
});

test('what a browser draws stays', () => {
  const drawn = `${open} viewBox="0 0 9 9" xmlns:xlink="http://www.w3.org/1999/xlink" xml:space="preserve">
<style><![CDATA[ [data-a="b"] { fill: url(#x); mask: url('#y') } ]]></style>
<defs><linearGradient id="x" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="red"/></linearGradient></defs>
<g data-a="b" style="fill:url(&quot;#x&quot;)"><use xlink:href="#z"/><image href="data:image/png;base64,AAAA"/></g>
<foreignObject width="9"><p xmlns="http://www.w3.org/1999/xhtml" class="a">HTML <b>in</b> it<br/></p></foreignObject>
<text x="1" text-anchor="middle">a &amp; b<animate attributeName="x" dur="1s" repeatCount="indefinite"/></text>
</svg>`;
  expect(strip(drawn)).toBe(drawn);
  const prefixed =
    '<v:svg xmlns:v="http://www.w3.org/2000/svg"><v:g><v:path d="M0 0"/></v:g></v:svg>';
  expect(strip(prefixed)).toBe(prefixed);
});
