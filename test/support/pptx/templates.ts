import { png } from '../images.ts';
import { body, dark, footers, relation, template, title, usualLayouts } from './template.ts';

const picture = (id: number, relationship: string, frame: string): string =>
  `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="Logo"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="${relationship}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>${frame}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;

const solid = (color: string): string =>
  `<p:bg><p:bgPr><a:solidFill><a:schemeClr val="${color}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>`;

/** Templates as companies have them, made by hand. */
export const templates: Readonly<Record<string, () => Buffer>> = {
  plain: () =>
    template({
      layouts: usualLayouts,
      masterShapes: picture(
        90,
        'rId901',
        '<a:off x="11000000" y="200000"/><a:ext cx="900000" cy="300000"/>',
      ),
      masterRelationships: [relation('rId901', 'image', '../media/image1.png')],
      files: { 'ppt/media/image1.png': png(90, 30) },
    }),
  dark: () =>
    template({
      isDark: true,
      colors: [
        '101820',
        'F2F2F2',
        '1D2B3A',
        'C7D0D9',
        '00B2A9',
        'FFB81C',
        'E4002B',
        '6CACE4',
        'B58500',
        '78BE20',
        '6CACE4',
        'B58500',
      ],
      fonts: ['Georgia', 'Verdana'],
      layouts: usualLayouts.map((layout) =>
        layout.type === 'secHead'
          ? {
              ...layout,
              background: solid('bg1'),
              mapping: dark.replace(
                'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"',
                'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"',
              ),
            }
          : layout,
      ),
    }),
  narrow: () =>
    template({
      size: [9144000, 6858000],
      colors: [
        '1A1A1A',
        'FFFFFF',
        '003366',
        'EEEEEE',
        '003366',
        '990000',
        '669900',
        'CC6600',
        '663399',
        '336699',
        '003366',
        '663399',
      ],
      fonts: ['Arial', 'Arial'],
      layouts: usualLayouts.map((layout) =>
        layout.type === 'title'
          ? {
              ...layout,
              background: solid('accent1'),
              places: layout.places.map((place) => ({ ...place, color: 'bg1' })),
            }
          : layout,
      ),
    }),
  many: () =>
    template({
      size: [9144000, 5143500],
      layouts: [
        ...Array.from({ length: 23 }, (_, i) => ({
          name: `Layout ${i + 1}`,
          places: [
            title,
            ...Array.from({ length: (i % 5) + 2 }, (_, j) => ({
              type: 'body',
              idx: 20 + j,
              box: [6 + j * 15, 24, 13, 60] as const,
              size: 1400,
            })),
          ],
        })),
        ...usualLayouts,
      ],
    }),
  odd: () =>
    template({
      layouts: [
        {
          name: 'A1 – Deckblatt_final (2)',
          places: [
            { type: 'ctrTitle', name: 'xx', box: [4, 60, 60, 20] },
            { type: 'body', idx: 4294967295, name: '', box: [4, 82, 60, 8], size: 1400 },
            { type: 'pic', idx: 55, name: 'Bild &amp; &quot;Logo&quot;', box: [70, 5, 26, 40] },
          ],
        },
        {
          name: 'Inhalt – NEU',
          places: [
            { type: 'title', name: 'Überschrift', box: [4, 4, 92, 12] },
            { type: 'body', idx: 77, name: 'Textplatzhalter 99', box: [4, 20, 92, 70], size: 2000 },
            { type: 'body', idx: 78, name: 'Quelle', box: [4, 92, 50, 4], size: 800 },
          ],
        },
        {
          name: 'Zitat',
          places: [
            { type: 'body', idx: 5, name: 'Zitat', box: [10, 20, 80, 40], size: 3200 },
            { type: 'body', idx: 6, name: 'Wer', box: [10, 64, 80, 8], size: 1600 },
          ],
        },
      ],
    }),
  'right-to-left': () =>
    template({
      isRightToLeft: true,
      fonts: ['Arial', 'Arial'],
      layouts: usualLayouts,
    }),
  'one-layout': () => template({ layouts: [{ name: 'Only', places: [title, body, ...footers] }] }),
};
