import { describe, expect, test } from 'vitest';
import { SvgContext } from '../../src/chart/svg/context.ts';

function record(draw: (ctx: SvgContext) => void): string {
  const measure = { width: (text: string) => text.length / 2, ascent: () => 0.8 };
  const context = new SvgContext(100, 50, 20, measure);
  draw(context);
  return context.content.replaceAll('\0', '#');
}

describe('a recorded drawing', () => {
  test('has filled and stroked paths, with their paint as CSS writes it', () => {
    const svg = record((ctx) => {
      ctx.beginPath();
      ctx.moveTo(1, 2);
      ctx.lineTo(3.004, 4);
      ctx.quadraticCurveTo(5, 6, 7, 8);
      ctx.bezierCurveTo(1, 2, 3, 4, 5, 6);
      ctx.closePath();
      ctx.fillStyle = 'var(--chart-1)';
      ctx.fill('evenodd');
      ctx.lineWidth = 3;
      ctx.lineCap = 'round';
      ctx.setLineDash([4, 2]);
      ctx.stroke();
    });
    const d = 'd="M1 2L3 4Q5 6 7 8C1 2 3 4 5 6Z"';
    expect(svg).toBe(
      `<path ${d} fill="var(--chart-1)" fill-rule="evenodd"/>` +
        `<path ${d} stroke="#000" fill="none" stroke-width="3" stroke-linecap="round" stroke-dasharray="4 2"/>`,
    );
  });

  test('has arcs: halves of circles, clockwise and back, and ellipses', () => {
    const arc = (draw: (ctx: SvgContext) => void): string | undefined => {
      const svg = record((ctx) => {
        ctx.beginPath();
        draw(ctx);
        ctx.fill();
      });
      return / d="([^"]*)"/.exec(svg)?.[1];
    };
    expect(arc((ctx) => ctx.arc(10, 10, 5, 0, 2 * Math.PI))).toBe(
      'M15 10A5 5 0 0 1 5 10A5 5 0 0 1 15 10',
    );
    expect(arc((ctx) => ctx.arc(10, 10, 5, 0, -Math.PI / 2, true))).toBe('M15 10A5 5 0 0 0 10 5');
    expect(arc((ctx) => ctx.arc(10, 10, 5, 0, -Math.PI / 2))).toBe(
      'M15 10A5 5 0 0 1 6.46 13.54A5 5 0 0 1 10 5',
    );
    expect(arc((ctx) => ctx.ellipse(10, 10, 5, 2, Math.PI / 2, 0, Math.PI))).toBe(
      'M10 15A5 2 90 0 1 10 5',
    );
  });

  test('has arcs that go the other way in a mirror', () => {
    const svg = record((ctx) => {
      ctx.translate(100, 0);
      ctx.scale(-1, 1);
      ctx.beginPath();
      ctx.arc(10, 10, 5, 0, Math.PI / 2);
      ctx.fill();
    });
    expect(svg).toContain('d="M85 10A5 5 0 0 0 90 15"');
  });

  test('leaves out what a canvas leaves out', () => {
    const svg = record((ctx) => {
      ctx.beginPath();
      ctx.moveTo(0, 0);
      ctx.lineTo(Number.NaN, 1);
      ctx.stroke();
      ctx.fillStyle = 'transparent';
      ctx.fillRect(0, 0, 9, 9);
      ctx.fillText(' ', 1, 1);
    });
    expect(svg).toBe('');
  });

  test('turns and moves what is drawn', () => {
    const svg = record((ctx) => {
      ctx.save();
      ctx.translate(10, 20);
      ctx.rotate(Math.PI / 2);
      ctx.fillRect(0, 0, 4, 2);
      ctx.fillText('up', 0, 0);
      ctx.restore();
      ctx.fillRect(0, 0, 1, 1);
    });
    expect(svg).toContain('d="M10 20L10 24L8 24L8 20Z');
    expect(svg).toContain('<text transform="matrix(0 1 -1 0 10 20)" x="0" y="0"');
    expect(svg).toContain('d="M0 0L1 0L1 1L0 1Z');
  });

  test('sets text on its baseline, however the canvas counts', () => {
    const heights = (['alphabetic', 'top', 'middle', 'bottom'] as const).map((baseline) => {
      const svg = record((ctx) => {
        ctx.font = '600 20px inherit';
        ctx.textBaseline = baseline;
        ctx.textAlign = 'center';
        ctx.fillText('a<b', 50, 30);
      });
      expect(svg).toMatch(/text-anchor="middle" font-weight="600" fill="#000">a&lt;b<\/text>$/);
      return Number(/ y="([^"]*)"/.exec(svg)?.[1]);
    });
    expect(heights).toEqual([30, 46, 36, 26]);
  });

  test('clips only what reaches over the clip', () => {
    const svg = record((ctx) => {
      ctx.save();
      ctx.beginPath();
      ctx.rect(10, 10, 20, 20);
      ctx.clip();
      ctx.fillRect(12, 12, 5, 5);
      ctx.fillRect(0, 0, 50, 50);
      ctx.restore();
      ctx.fillRect(0, 0, 9, 9);
    });
    expect(svg).toBe(
      '<defs><clipPath id="#1"><path d="M10 10L30 10L30 30L10 30ZM10 10"/></clipPath></defs>' +
        '<path d="M12 12L17 12L17 17L12 17ZM12 12" fill="#000"/>' +
        '<g clip-path="url(##1)"><path d="M0 0L50 0L50 50L0 50ZM0 0" fill="#000"/></g>' +
        '<path d="M0 0L9 0L9 9L0 9ZM0 0" fill="#000"/>',
    );
  });

  test('keeps its pen when it is saved and restored', () => {
    const context = new SvgContext(1, 1, 20, { width: () => 0, ascent: () => 0.8 });
    context.save();
    Object.assign(context, { fillStyle: 'red', lineWidth: 9, font: '8px x', globalAlpha: 0.5 });
    context.setLineDash([1]);
    context.restore();
    const { fillStyle, lineWidth, font, globalAlpha } = context;
    expect([fillStyle, lineWidth, font, globalAlpha]).toEqual(['#000', 1, '10px sans-serif', 1]);
    expect(context.getLineDash()).toEqual([]);
  });
});
