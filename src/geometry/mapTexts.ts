/** The texts of a map, measured and broken into lines. */
import type { LabelText, MapLabelPlace, MapName, MapPoint } from './map.ts';
import type { Style } from './mapParts.ts';
import { measure, wrap, type Weight } from './text.ts';
import { round } from './timeline.ts';

/** A label: the point's name, its date and, if it is to be `full`, what is said of it. */
export function textOf(
  point: MapPoint,
  full: boolean,
  style: Style,
): Pick<MapLabelPlace, 'lines' | 'width' | 'height'> {
  const { title, text, labelWidth, titleLine, line, descent } = style;
  const regular = (words: string, role: LabelText['role']): LabelText => ({
    text: words,
    role,
    width: round(measure(words, text, 'regular')),
  });
  const said = full && point.said !== '' ? evenly(point.said, text, 'regular', labelWidth) : [];
  const lines: LabelText[] = [
    ...evenly(point.label, title, 'bold', labelWidth).map((words) => ({
      text: words,
      role: 'name' as const,
      width: round(measure(words, title, 'bold')),
    })),
    regular(point.dateText, 'date'),
    ...said.map((words) => regular(words, 'said')),
  ];
  return {
    lines,
    width: Math.max(...lines.map(({ width }) => width)),
    height: titleLine + line * (lines.length - 1) + descent,
  };
}

/** One line, or two of about the same length. */
function evenly(text: string, size: number, weight: Weight, width: number): string[] {
  const lines = wrap(text, size, weight, width, 2);
  if (lines.length < 2) return lines;
  const whole = measure(text, size, weight);
  for (let narrower = whole / 2; narrower < width; narrower += size / 2) {
    const even = wrap(text, size, weight, narrower, 2);
    if (even.join(' ').length >= lines.join(' ').length && !even.join('').includes('…')) return even;
  }
  return lines;
}

/** How wide a name is, px. */
export function nameWidth({ text, kind }: MapName, style: Style): number {
  const spacing = kind === 'country' ? style.spacing * Array.from(text).length : 0;
  return round(measure(text, style.text, 'regular') + spacing);
}
