/** What all sections of a draft are written from: names, days and strategies as they stand in a plan. */

import { minimumLevers } from '../analysis/coverage.ts';
import type { Context } from '../diagnostics/rule.ts';
import { written } from '../edits/yamlEdit.ts';
import { type Locale, say } from '../i18n/message.ts';
import type { Catalog, CatalogStrategy } from '../model/catalog.ts';
import { everyone } from '../model/declaredIds.ts';
import { freeId, slug } from '../model/ids.ts';
import { type LeverId, leverIds } from '../schema/format.gen.ts';
import type { Answers } from './answers.ts';
import { samples } from './draftPhrases.ts';
import type { Group } from './groups.ts';
import { offered } from './offered.ts';
import { prepick } from './prepick.ts';
import { type Chosen, type Days, daysFor, scheduled } from './schedule.ts';

/** A group, and the id that it is given here, once and for all. */
export interface NamedGroup extends Group {
  readonly id: string;
}

export interface Frame {
  readonly answers: Answers;
  readonly context: Context;
  /** What the strategies were chosen from. */
  readonly catalog: Catalog;
  /** The language of the plan; comments are in the reader's. */
  readonly language: Locale;
  readonly days: Days;
  readonly groups: readonly NamedGroup[];
  readonly owner: string;
  readonly sponsor: string;
  readonly byLever: ReadonlyMap<LeverId, readonly Chosen[]>;
  readonly covered: readonly LeverId[];
  /** Enough levers are covered. */
  readonly enough: boolean;
}

/** The language of a plan: Chinese where its author writes Chinese, else the reader's. */
function languageOf({ title = '', need = '' }: Answers, locale: Locale): Locale {
  return /\p{Script=Han}/u.test(title + need) ? 'zh-CN' : locale;
}

/** Writes a name in Latin letters, as far as an id can be made of it. */
export type Spell = (name: string) => string;

/** The id of a group has no more characters, and ends with a whole word. */
const longestId = 40;

function shortId(name: string): string {
  const id = slug(name);
  const end = id.length > longestId ? id.lastIndexOf('-', longestId) : id.length;
  return id.slice(0, end > 0 ? end : longestId);
}

function groupsOf({ groups }: Answers, locale: Locale, spell: Spell): NamedGroup[] {
  const taken = new Set<string>([everyone]);
  const named = groups.length ? groups : [{ name: say(samples.group, locale), aspects: [] }];
  return named.map((group, index) => {
    const short = shortId(spell(group.name));
    // A word that reads as a number or as yes and no is no id.
    const id = freeId(/^[a-z]/.test(short) && written(short) === short ? short : `group-${index + 1}`, taken);
    taken.add(id);
    return { ...group, id };
  });
}

/** The frame of the plan that answers make: strategies are those proposed while nobody has chosen. */
export function frameFor(answers: Answers, context: Context, spell: Spell): Frame {
  const { today, locale, settings } = context;
  const catalog = offered(answers, context.catalog);
  const language = languageOf(answers, locale);
  const days = daysFor(answers, today);
  const picks = answers.strategies ?? prepick(answers, catalog, today);
  const byLever = new Map(leverIds.map((lever) => [lever, scheduled(lever, picks, days, catalog)]));
  const covered = leverIds.filter((lever) => byLever.get(lever)?.length);
  return {
    answers,
    context,
    catalog,
    language,
    days,
    groups: groupsOf(answers, language, spell),
    owner: written(answers.owner ?? say(samples.owner, language)),
    sponsor: written(answers.sponsor ?? say(samples.sponsor, language)),
    byLever,
    covered,
    enough: covered.length >= minimumLevers(settings),
  };
}

/** The chosen strategies, in the order of the levers. */
export function strategiesOf({ byLever }: Frame): CatalogStrategy[] {
  return [...byLever.values()].flat().map(({ known }) => known);
}

/** The groups of which it was said that something changes for them; all where that is said of none. */
export function mainGroups({ groups }: Frame): readonly NamedGroup[] {
  const main = groups.filter(({ impact, aspects }) => impact !== 'low' && (impact || aspects.length > 0));
  return main.length ? main : groups;
}

/** A text of the draft in the language of the plan, as YAML. */
export function sample({ language }: Frame, name: keyof typeof samples): string {
  return written(say(samples[name], language));
}

/** Levers for which usually others answer than the lead, who are still to be named. */
const others: Partial<Record<LeverId, keyof typeof samples>> = { enablement: 'trainer', structure: 'processes' };

/** Who answers for a strategy of a lever: leaders for what leaders do, the lead for most of the rest. */
export function ownerOf(frame: Frame, lever: LeverId): string {
  const other = others[lever];
  return other ? sample(frame, other) : lever === 'leadership' ? frame.sponsor : frame.owner;
}

/** A list of ids in one line. */
export function inBrackets(ids: readonly string[]): string {
  return `[${ids.join(', ')}]`;
}
