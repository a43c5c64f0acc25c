/** The elements of drawings: which of them stills know, and which of their attributes are kept. */
import { attribute } from '../html.ts';
import { escaped } from './definitions.ts';
import { round } from './lettering.ts';
import type { Element } from './selector.ts';
import { geometryOf, GEOMETRY, type Style } from './style.ts';

export const SHAPES: Readonly<Record<string, readonly string[]>> = {
  path: ['d'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polyline: ['points'],
  polygon: ['points'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
};

export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  g: [],
  a: [],
  svg: ['x', 'y', 'width', 'height', 'viewBox', 'preserveAspectRatio'],
};

const BOX = ['x', 'y', 'width', 'height'];

/** What other elements refer to. */
export const RESOURCES: Readonly<Record<string, readonly string[]>> = {
  clipPath: ['clipPathUnits'],
  mask: [...BOX, 'maskUnits', 'maskContentUnits'],
  pattern: [...BOX, 'patternUnits', 'patternContentUnits', 'patternTransform', 'viewBox'],
  linearGradient: ['x1', 'y1', 'x2', 'y2', 'gradientUnits', 'gradientTransform'],
  radialGradient: ['cx', 'cy', 'r', 'fx', 'fy', 'gradientUnits', 'gradientTransform'],
  marker: ['refX', 'refY', 'markerWidth', 'markerHeight', 'markerUnits', 'orient', 'viewBox'],
};

/** Not drawn where they stand. */
export const ASIDE = ['defs', 'title', 'desc', 'metadata', 'style', 'script', ...Object.keys(RESOURCES)];

/** An attribute as it counts, a style sheet's word taken into account. */
export function valueOf(element: Element, style: Style, name: string): string | undefined {
  return GEOMETRY.includes(name) ? geometryOf(element, style, name) : attribute(element, name);
}

/** Attributes that are kept, with numbers no finer than can be seen. */
export function copied(element: Element, style: Style, names: readonly string[]): string {
  return names
    .map((name) => {
      const value = valueOf(element, style, name);
      if (value === undefined) return '';
      return ` ${name}="${escaped(shortened(value, /Transform$/.test(name) ? FINE : COARSE))}"`;
    })
    .join('');
}

/** Decimals of numbers that are enlarged further on, and of others. */
const FINE = 5;
const COARSE = 2;

/** The transform of an element, as the attribute has it. @throws Error if it cannot be one */
export function transformOf(element: Element, style: Style): string {
  const value = style.get('transform');
  if (value === 'none') return shortened(attribute(element, 'transform') ?? '', FINE);
  if (style.get('transform-box') !== 'view-box' || /%|calc|3d|[XYZ]\(/.test(value)) {
    throw new Error(`Stills cannot draw the transform "${value}".`);
  }
  return shortened(value.replace(/(\d)(?:px|deg)/g, '$1'), FINE);
}

/** Numbers of a text cut down to so many decimals. */
export function shortened(text: string, digits: number): string {
  return text.replace(/\d*\.\d+(?:e[-+]?\d+)?/g, (number, at: number) => {
    if (number.length - number.indexOf('.') - 1 <= digits && !number.includes('e')) return number;
    // `1.234.567` is two numbers.
    const apart = /[\d.]/.test(text[at - 1] ?? '') ? ' ' : '';
    return apart + String(round(Number(number), digits));
  });
}
