/** The measures of a draft: what to measure is proposed, the numbers are left to be filled in. */

import { blockList, type ItemText, indented, itemText, written } from '../edits/yamlEdit.ts';
import { daysAfterGoLive, idFor } from '../fixes/measures.ts';
import { say } from '../i18n/message.ts';
import type { CatalogStrategy } from '../model/catalog.ts';
import { freeId } from '../model/ids.ts';
import type { MeasureKind } from '../schema/format.gen.ts';
import { addDays, workingDayFrom } from '../text/day.ts';
import { type Frame, ownerOf, sample, strategiesOf } from './frame.ts';

/** A measure of the draft, and the strategies that name it. */
export interface Measured {
  readonly id: string;
  readonly of: readonly CatalogStrategy[];
  readonly item: ItemText;
}

/** The day by which targets are to be reached. */
function measuredBy({ days, context }: Frame): string {
  const later = workingDayFrom(addDays(days.goLive, daysAfterGoLive));
  return later > context.today ? later : days.end;
}

/** Kinds of measures, the most telling first. */
const kinds: readonly (MeasureKind | undefined)[] = [
  'adoption',
  'outcome',
  'proficiency',
  'sentiment',
  undefined,
  'activity',
];

/** What is to be measured, without numbers: nobody has said them. */
function measureItem(frame: Frame, id: string, title: string, owner: string, kind?: MeasureKind): ItemText {
  return itemText([
    ['id', id],
    ['title', title],
    ...(kind ? [['kind', kind] as const] : []),
    ['by', measuredBy(frame)],
    ['source', sample(frame, 'numbers')],
    ['owner', owner],
  ]);
}

/** A measure of what the change is for, and one for each lever: the most telling indicator of its strategies. */
export function measuresFor(frame: Frame): Measured[] {
  const taken = new Set<string>(['need-met']);
  const titles = new Set<string>();
  // A team's strategies may have no indicators.
  const unmeasured: CatalogStrategy[] = [];
  const levers = new Set(strategiesOf(frame).map(({ lever }) => lever));
  const need = measureItem(frame, 'need-met', sample(frame, 'needMet'), frame.owner, 'outcome');
  const byLever = [...levers].flatMap((lever): Measured[] => {
    const of = strategiesOf(frame).filter((known) => known.lever === lever);
    const all = of.flatMap((known) => (known.indicators ?? []).map((indicator) => ({ indicator, known })));
    const rank = ({ indicator }: (typeof all)[number]) => kinds.indexOf(indicator.kind);
    const [best] = all.filter(({ indicator }) => !titles.has(indicator.en)).sort((a, b) => rank(a) - rank(b));
    if (!best) {
      unmeasured.push(...of);
      return [];
    }
    titles.add(best.indicator.en);
    const id = freeId(idFor(best), taken);
    taken.add(id);
    const title = written(say(best.indicator, frame.language));
    return [{ id, of, item: measureItem(frame, id, title, ownerOf(frame, lever), best.indicator.kind) }];
  });
  return [{ id: 'need-met', of: unmeasured, item: need }, ...byLever];
}

/** The section of the measures. */
export function measureLines(measures: readonly Measured[]): string[] {
  return ['measures:', ...indented(blockList(measures.map(({ item }) => item)), 2)];
}
