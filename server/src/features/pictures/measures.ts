/** Measures: from baseline over the latest reading to the target. */

import { entryTitle } from '../../core/analysis/labels.ts';
import type { MeasureRow } from '../../core/analysis/measures.ts';
import { valueText } from '../../core/analysis/measureText.ts';
import { verdicts } from '../../core/brief/measures.ts';
import { dayText } from '../../core/i18n/dayText.ts';
import type { Entry } from '../../core/model/entry.ts';
import type { Speaker } from '../../core/overview/speaker.ts';
import { choiceName, shapes } from '../../core/schema/schema.ts';
import { plainUnder } from '../../core/syntax/tree.ts';
import type { DrawnMeasure, Picture } from '../../protocol.ts';

const shape = shapes.measure;

/** A row of the measures. */
export function drawnMeasure(
  row: MeasureRow,
  keys: ReadonlyMap<Entry, string>,
  speaker: Speaker,
  words: Picture['words'],
): DrawnMeasure {
  const { at } = row.measure;
  const title = entryTitle(row.measure);
  const unit = String(plainUnder(at, 'unit') ?? '');
  const [kind, cadence] = (['kind', 'cadence'] as const).map((key) => {
    const value = row.measure.text(key);
    return value ? speaker.text(choiceName(shape?.key(key), value)) : '';
  });
  const by = row.by === undefined ? '' : speaker.text(dayText(row.by));
  const latest = row.readings.at(-1);
  const [from, now, to] = [row.baseline, latest?.value, row.target].map((value) =>
    value === undefined ? '' : valueText(value, unit),
  );
  const verdict = row.course ? speaker.text(verdicts[row.course]) : '';
  const said = (word: 'baseline' | 'latest' | 'target' | 'by', value: string | undefined) =>
    value ? `${words[word]} ${value}` : '';
  return {
    key: keys.get(row.measure) as string,
    title,
    label: speaker.label(
      title,
      said('baseline', from),
      said('latest', latest && `${now} (${speaker.text(dayText(latest.on))})`),
      said('target', to),
      said('by', by),
      verdict,
    ),
    detail: [kind, cadence].filter(Boolean).join(' · '),
    baseline: from ?? '',
    latest: now ?? '',
    target: to ?? '',
    by,
    readings: row.readings.map(({ value }) => value),
    ...(row.progress !== undefined && { progress: row.progress }),
    ...(row.expected !== undefined && { expected: row.expected }),
    ...(row.course && { course: row.course }),
    verdict,
  };
}
