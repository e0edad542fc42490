/** Fixes that add risks. */

import { addToList, itemText, written } from '../edits/yamlEdit.ts';
import type { Locale } from '../i18n/message.ts';
import { complete, names } from '../model/declaredIds.ts';
import type { Entry } from '../model/entry.ts';
import { freeId, slug } from '../model/ids.ts';
import type { Plan, Strategy } from '../model/plan.ts';
import type { RiskKind } from '../schema/format.gen.ts';
import { planShape } from '../schema/schema.ts';
import { isMap, pairsOf } from '../syntax/tree.ts';
import type { Edit } from '../text/edit.ts';

/** The ids of the groups that a risk concerns. */
export function concerned(risk: Entry): string[] {
  return risk.words('stakeholders').map(({ value }) => value);
}

/** The strategies of the catalog that set rules for data and for an AI, and see that they are kept; the first two are enough for a start. */
export const governing: readonly string[] = [
  'ai-governance',
  'policy-updates',
  'ai-ethics-governance',
  'ai-ethics-council',
  'ai-ethics-training',
  'ai-model-transparency',
];

/** What a strategy of the team's own is called that does the same. */
const governs =
  /govern|\bpolic(?:y|ies)|privacy|data protection|security|ethic|治理|政策|制度|隐私|安全|伦理|数据保护|保密/i;

/** What a risk is called that is about data or fairness, where its kind does not say it. */
const aboutData =
  /\bleak|privacy|personal data|patient data|customer data|confidential|data protection|\bbias|泄露|泄密|隐私|个人信息|保密|偏见/i;

/** Whether a risk is about data or ethics, by its kind or its words. */
export function isAboutData(risk: Entry): boolean {
  return ['data', 'ethics'].includes(risk.text('kind') ?? '') || aboutData.test(risk.text('title') ?? '');
}

/** Whether a strategy sets rules, or sees that they are kept. */
export function isGoverning(strategy: Strategy): boolean {
  const use = strategy.text('use');
  return use === undefined ? governs.test(strategy.text('title') ?? '') : governing.includes(use);
}

/** Titles for risks of which nobody has written anything yet: they ask for what only the author knows. */
export const riskTitles: Readonly<Record<Locale, Readonly<Record<'resistance' | 'downtime' | 'barrier', string>>>> = {
  en: {
    resistance: 'Who may hold back and why …',
    downtime: 'Which system may fail at go-live …',
    barrier: 'What stands in the way today …',
  },
  'zh-CN': {
    resistance: '谁可能有阻力，为什么……',
    downtime: '上线时哪个系统可能中断……',
    barrier: '目前有什么障碍……',
  },
};

/** A risk that is still to be filled in. */
export interface NewRisk {
  /** Its id, if that is free. */
  readonly id: string;
  readonly title: string;
  readonly kind: RiskKind;
  readonly stakeholders: readonly string[];
}

/** The day on which something that is written now was noticed, where that is before go-live; after it nothing was found early. */
function noticed(plan: Plan, today: string): string | undefined {
  const day = plan.head?.day('asOf')?.value ?? today;
  const goLive = plan.head?.day('goLive')?.value;
  return goLive === undefined || day < goLive ? day : undefined;
}

/** Adds risks, without a rating: that is for the author. Undefined where something that is written stands in the way. */
export function addRisks(plan: Plan, today: string, risks: readonly NewRisk[]): Edit[] | undefined {
  if (!isMap(plan.root)) return undefined;
  const before = pairsOf(plan.root).filter(
    ({ name }) => planShape.keys.indexOf(name) < planShape.keys.indexOf('risks'),
  );
  const previous = before.at(-1)?.name;
  // Text that cannot be read would be torn from what it belongs to.
  for (const section of ['risks', ...(previous ? [previous] : [])]) {
    if (!complete(plan, section, () => true)) return undefined;
  }
  const taken = new Set(names(plan).risk.keys());
  const day = noticed(plan, today);
  const items = risks.map(({ id: wanted, title, kind, stakeholders }) => {
    const id = freeId(slug(wanted) || kind, taken);
    taken.add(id);
    return itemText([
      ['id', id],
      ['title', written(title)],
      ['kind', kind],
      ...(stakeholders.length ? [['stakeholders', `[${stakeholders.map(written).join(', ')}]`] as const] : []),
      ...(day ? [['identified', day] as const] : []),
    ]);
  });
  return addToList(plan, plan.root, 'risks', items, previous);
}
