/** Which kinds of mark a chart has, and what each means; for the build. */
import type { ChartPanel as PanelSettings } from '../../model/kinds/chart.ts';
import { typographic } from '../../model/typography.ts';
import type { PanelData } from './data.ts';

export interface LegendEntry {
  /** How the mark is drawn. */
  readonly look: 'band' | 'bar' | 'dot' | 'days' | 'most' | 'hollow';
  readonly colour: string;
  readonly text: string;
}

export interface LegendWords {
  readonly range: string;
  readonly most: string;
  readonly day: string;
  readonly days: string;
}

/** The entries for the marks that the panels hold, each once. @param settings of the same panels */
export function legendOf(
  panels: readonly PanelData[],
  settings: readonly PanelSettings[],
  words: LegendWords,
): LegendEntry[] {
  const entries = panels.flatMap(({ data, form, colour }, i): LegendEntry[] => {
    const hollow = settings[i]?.hollow?.label;
    const has = (test: (datum: PanelData['data'][number]) => boolean) => data.some(test);
    const single = has(({ value, from, to }) => value !== undefined && from === to);
    const lasting = has(({ value, from, to }) => value !== undefined && from < to);
    const parts: (LegendEntry | false)[] = [
      has(({ low, high }) => low !== undefined && high !== undefined && low !== high) && {
        look: form === 'band' ? 'band' : 'bar',
        colour,
        text: words.range,
      },
      form === 'line' && single && lasting && { look: 'dot', colour, text: words.day },
      form === 'line' && lasting && { look: 'days', colour, text: words.days },
      has((datum) => datum.hollow) &&
        hollow !== undefined && { look: 'hollow', colour, text: typographic(hollow) },
      has(({ value, low, high }) => value === undefined && low === undefined && high !== undefined) && {
        look: 'most',
        colour,
        text: words.most,
      },
    ];
    return parts.filter((part) => part !== false);
  });
  return entries.filter((entry, i) => entries.findIndex(({ text }) => text === entry.text) === i);
}
