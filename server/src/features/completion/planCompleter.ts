/** Completion in a plan: adds strategies, references, dates and people to what the format gives. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { declared, entriesOf, namedPeople, nameOf } from '../../core/analysis/named.ts';
import { usualDaysIn } from '../../core/authoring/schedule.ts';
import { planTemplate } from '../../core/edits/planTemplate.ts';
import { minimalPlan } from '../../core/edits/templates.ts';
import { written } from '../../core/edits/yamlEdit.ts';
import { fitting, mainAudience, planOwner } from '../../core/fixes/suggest.ts';
import type { Text } from '../../core/i18n/message.ts';
import type { CatalogStrategy } from '../../core/model/catalog.ts';
import { freeId, slug, writtenIds } from '../../core/model/ids.ts';
import { folded } from '../../core/model/personName.ts';
import type { Plan, Strategy } from '../../core/model/plan.ts';
import { type LeverId, leverIds } from '../../core/schema/format.gen.ts';
import type { RefKind, Shape } from '../../core/schema/schema.ts';
import { addDays } from '../../core/text/day.ts';
import { leverMarkup } from '../hover/markup.ts';
import { preset, settled, snippetText } from '../snippet.ts';
import { Completer } from './completer.ts';
import type { Asked, Insertion, Offer, Source } from './offer.ts';

export class PlanCompleter extends Completer<Plan> {
  private get plan() {
    return this.subject.reading;
  }

  protected override wholeTexts(): Offer[] {
    const { today, locale } = this.view;
    const whole = (label: Text, insert: Insertion, preselect: boolean): Offer => ({
      label: this.say(label),
      search: 'version plan levers template new 新建 计划 模板',
      insert,
      kind: CompletionItemKind.Struct,
      detail: this.say({ en: 'a new plan', 'zh-CN': '新计划' }),
      documentation: `\`\`\`yaml\n${insert.plain}\`\`\``,
      ...(preselect && { preselect }),
    });
    const full = planTemplate('full', today, locale);
    return [
      whole(
        { en: 'The smallest useful plan', 'zh-CN': '最小的可用计划' },
        { plain: minimalPlan('', today, locale) },
        true,
      ),
      whole(
        { en: 'A plan with every section', 'zh-CN': '包含所有部分的计划' },
        { plain: settled(full), snippet: full },
        false,
      ),
    ];
  }

  protected override keyMarkup(key: string): string | undefined {
    const { path } = this.place;
    const lever = path.length === 1 && path[0] === 'levers' ? leverIds.find((id) => id === key) : undefined;
    return lever && leverMarkup(lever, this.view.catalog, this.view.locale);
  }

  /** A lever is there for its strategies. */
  protected override needed(shape: Shape): readonly string[] {
    return this.lever() && this.place.path.length === 2 ? ['strategies'] : super.needed(shape);
  }

  /** `notUsed` and `strategies` exclude each other. */
  protected override excluded(key: string): boolean {
    const { present } = this.place;
    return (key === 'notUsed' && present.has('strategies')) || (key === 'strategies' && present.has('notUsed'));
  }

  /** Dates that follow each other. */
  protected override defaultValue(key: string, shape: Shape): string {
    if (!shape.date) return '';
    const days: Record<string, number> = { start: 0, on: 0, identified: 0, goLive: 84, end: 182 };
    return addDays(this.view.today, days[key] ?? 14);
  }

  protected override ownSources(): readonly Source[] {
    return [
      { suits: (shape) => shape.key('use') !== undefined, offers: ({ dash }) => this.wholeStrategies(dash) },
      { suits: ({ refs }) => refs.includes('catalog'), offers: () => this.strategies() },
      { suits: ({ refs }) => refs.length > 0, offers: (at) => this.references(at) },
      { suits: ({ introduces }) => introduces !== undefined, offers: ({ shape }) => this.newId(shape.introduces) },
      { suits: ({ date }) => date, offers: ({ taken }) => this.dates(taken) },
      { suits: ({ person }) => person, offers: () => this.names() },
    ];
  }

  // Whole items

  private wholeStrategies(dash: '' | '- '): Offer[] {
    const lever = this.lever();
    if (!lever) return [];
    const people = this.people().length > 0;
    return fitting(this.plan, lever, this.view.catalog).map((strategy) => ({
      ...this.strategy(strategy),
      insert: this.wholeStrategy(strategy, dash),
      kind: CompletionItemKind.Struct,
      detail: strategy.origin,
      search: `use ${Object.values(strategy.title).join(' ')}`,
      // Who answers for it is for the author to say, of those who are named.
      more: people,
    }));
  }

  private wholeStrategy(known: CatalogStrategy, dash: '' | '- '): Insertion {
    const { id } = known;
    const groups = mainAudience(this.plan, id).map(written).join(', ');
    const indent = this.place.column + dash.length;
    const { start, due } = usualDaysIn(this.plan, known, this.view.today);
    const snippet = [
      `use: ${snippetText(id)}`,
      'owner: $1',
      `audience: [${preset(2, groups)}]`,
      `start: ${preset(3, start)}`,
      `due: ${preset(4, due)}`,
    ];
    return {
      plain: dash + this.lines([`use: ${id}`, 'owner: ', `audience: [${groups}]`], indent),
      snippet: dash + this.lines(snippet, indent),
    };
  }

  // Values

  /** The lever in which the cursor stands. */
  private lever(): LeverId | undefined {
    const [section, lever] = this.place.path;
    return section === 'levers' ? leverIds.find((id) => id === lever) : undefined;
  }

  /** Strategies for `use`: those of this lever first, without those in the plan. */
  private strategies(): Offer[] {
    const { catalog } = this.view;
    const lever = this.lever();
    const here = this.place.word;
    const isHere = ({ at: { start, node } }: Strategy) => start <= here.start && here.start <= start + node.length;
    const used = new Set<string>();
    for (const strategy of this.plan.strategies) {
      const { use } = strategy.says;
      const own = isHere(strategy) ? strategy.use?.span : undefined;
      if (use !== undefined && !(own && own.end >= here.start && own.start <= here.end)) used.add(use);
    }
    const free = (strategy: CatalogStrategy) => !used.has(strategy.id) || strategy.id === this.typed;
    // Where a lever's strategies are all in use, another wave of one of them is what is left.
    const of = (id: LeverId) => (catalog.under(id).some(free) ? catalog.under(id).filter(free) : catalog.under(id));
    const ordered = lever ? [...of(lever), ...leverIds.filter((id) => id !== lever).flatMap(of)] : leverIds.flatMap(of);
    return ordered.map((strategy) => this.strategy(strategy));
  }

  private references({ shape, taken }: Asked): Offer[] {
    const own = this.ownId();
    const offers: Offer[] = [];
    const seen = new Set(taken);
    for (const kind of shape.refs) {
      for (const { id, title } of declared(this.plan, kind, this.view.catalog)) {
        if (seen.has(id) || id === own) continue;
        seen.add(id);
        offers.push({
          ...this.word(written(id), CompletionItemKind.Reference, id),
          title: typeof title === 'object' ? this.say(title) : title,
        } as Offer);
      }
    }
    for (const word of shape.also) {
      if (taken.size > 0 || seen.has(word)) continue;
      const detail = this.say({ en: 'every group', 'zh-CN': '所有群体' });
      offers.push({ ...this.word(word, CompletionItemKind.Keyword), detail });
    }
    return offers;
  }

  /** The id that fits the name of what the cursor is in. */
  private newId(kind: RefKind | undefined): Offer[] {
    const { start, end } = this.place.word;
    const around = entriesOf(this.plan, kind).find(({ span }) => span.start <= start && start <= span.end);
    const base = slug((around && nameOf(around)) ?? '');
    const { text } = this.plan;
    const id = freeId(base, writtenIds(text.slice(0, start) + text.slice(end)));
    return base ? [this.word(written(id), CompletionItemKind.Value, id)] : [];
  }

  /** The id of the strategy at the cursor: nothing depends on itself. */
  private ownId(): string | undefined {
    const { start } = this.place.word;
    const around = this.plan.strategies.find(({ span }) => span.start <= start && start <= span.end);
    return around?.id?.value;
  }

  private dates(taken: ReadonlySet<string>): Offer[] {
    const { today } = this.view;
    const head = this.plan.head;
    const known: [string | undefined, Text][] = [
      [today, { en: 'today', 'zh-CN': '今天' }],
      [addDays(today, 14), { en: 'in two weeks', 'zh-CN': '两周后' }],
      [head?.day('goLive')?.value, { en: 'go-live', 'zh-CN': '上线' }],
      [head?.day('start')?.value, { en: 'start of the plan', 'zh-CN': '计划开始' }],
      [head?.day('end')?.value, { en: 'end of the plan', 'zh-CN': '计划结束' }],
    ];
    const days = new Map<string, Text[]>();
    for (const [day, text] of known) if (day && !taken.has(day)) days.set(day, [...(days.get(day) ?? []), text]);
    return [...days].map(([day, texts]) => ({
      ...this.word(day, CompletionItemKind.Value),
      detail: texts.map((text) => this.say(text)).join(' · '),
      search: texts.flatMap((text) => Object.values(text)).join(' '),
    }));
  }

  /** The sponsor stands behind who leads the change, so that is somebody else. */
  private names(): Offer[] {
    const [section, key] = this.place.path;
    const owner = section === 'plan' && key === 'sponsor' ? folded(planOwner(this.plan) ?? '') : undefined;
    const people = this.people().filter((name) => folded(name) !== owner);
    return people.map((name) => this.word(written(name), CompletionItemKind.Text, name));
  }

  /** Everyone who is named in the plan but in the word that is being typed, which a snippet may mirror elsewhere. */
  private people(): string[] {
    const own = folded(this.typed);
    const named = namedPeople(this.plan, this.place.word);
    const listed = this.view.config?.people.filter((name) => !named.some((other) => folded(other) === folded(name)));
    return [...named, ...(listed ?? [])].filter((name) => folded(name) !== own);
  }
}
