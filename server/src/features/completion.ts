/** What can be written at the cursor: keys, values, strategies, references, dates and whole items. */
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver-types';
import type { CatalogStrategy } from '../core/catalog.ts';
import { addDays } from '../core/date.ts';
import { indentStep, lineBreak, written } from '../core/edit.ts';
import { type LeverId, leverIds } from '../core/format.gen.ts';
import { type Location, locate } from '../core/locate.ts';
import { names } from '../core/names.ts';
import { folded, isPlaceholder } from '../core/person.ts';
import type { Entry } from '../core/plan.ts';
import { type RefKind, type Shape, shapeAt, valuesOf } from '../core/schema.ts';
import { fitting, mainAudience, planOwner } from '../core/suggest.ts';
import { minimalPlan } from '../core/template.ts';
import { say, type Text } from '../core/text.ts';
import { leverMarkup, shapeMarkup, strategyMarkup } from './markup.ts';
import { rangeOf, type Subject, type View } from './view.ts';

/** The snippet with its last stop as the final one, so that filling it in ends the snippet. A choice cannot be final. */
function finished(snippet: string): string {
  if (/\$\{?0/.test(snippet)) return snippet;
  const stops = [...snippet.matchAll(/\$\{?(\d+)/g)].map(([, stop]) => Number(stop));
  const last = Math.max(...stops);
  if (stops.length === 0 || snippet.includes(`\${${last}|`)) return snippet;
  return snippet.replace(new RegExp(`\\$(\\{?)${last}(?!\\d)`), '$$$10');
}

/** Text to insert; in `snippet` with tab stops, for editors that take them. */
interface Insertion {
  readonly plain: string;
  readonly snippet?: string;
}

/** A completion before it is bound to its place. */
interface Offer {
  readonly label: string;
  readonly insert: Insertion;
  readonly kind: CompletionItemKind;
  /** Beside the label, pale. */
  readonly detail?: string | undefined;
  readonly documentation?: string | undefined;
  /** Further words by which it is found. */
  readonly search?: string;
  /** Suggestions are wanted again right behind it. */
  readonly more?: boolean;
  readonly preselect?: boolean;
}

/** Characters that have a meaning in snippets. */
function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function choice(stop: number, values: readonly string[]): string {
  return `\${${stop}|${values.map((value) => value.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`;
}

class Completer {
  private readonly nl: string;
  private readonly step: number;

  constructor(
    private readonly subject: Subject,
    private readonly view: View,
    private readonly place: Location,
    private readonly offset: number,
  ) {
    this.nl = lineBreak(subject.plan.text);
    this.step = indentStep(subject.plan);
  }

  private say(text: Text): string {
    return say(text, this.view.locale);
  }

  private get plan() {
    return this.subject.plan;
  }

  offers(): Offer[] {
    const { place } = this;
    const shape = shapeAt(place.path);
    if (!shape) return [];
    if (place.role === 'value') return this.values(shape, place.path);
    if (shape.keys.length > 0) return [...this.wholeItems(shape, ''), ...this.wholePlan(), ...this.keys(shape)];
    if (shape.items) return this.items(shape.items);
    // Behind a dash: the item is itself a value.
    return typeof place.path.at(-1) === 'number' ? this.values(shape, place.path, place.items) : [];
  }

  /** A whole plan for a file that has nothing yet. */
  private wholePlan(): Offer[] {
    if (this.place.path.length > 0 || this.place.present.size > 0) return [];
    const text = minimalPlan('', this.view.today, this.view.locale);
    return [
      {
        label: this.say({ en: 'The smallest useful plan', 'zh-CN': '最小的可用计划' }),
        search: 'version plan levers new 新建 计划',
        insert: { plain: text },
        kind: CompletionItemKind.Struct,
        detail: this.say({ en: 'a new plan', 'zh-CN': '新计划' }),
        documentation: `\`\`\`yaml\n${text}\`\`\``,
        preselect: true,
      },
    ];
  }

  /** Lines of an insertion; all but the first are indented by `indent` columns. */
  private lines(lines: readonly string[], indent: number): string {
    return lines.join(this.nl + ' '.repeat(indent));
  }

  // Keys

  private keys(shape: Shape): Offer[] {
    const { place } = this;
    const free = shape.keys.filter((key) => !place.present.has(key) && !this.excluded(key));
    const required = (key: string) => shape.required.includes(key);
    return [...free.filter(required), ...free.filter((key) => !required(key))].map((key) => {
      const inner = shape.key(key) as Shape;
      const lever =
        place.path.length === 1 && place.path[0] === 'levers' ? leverIds.find((id) => id === key) : undefined;
      return {
        label: key,
        insert: place.colonFollows ? { plain: key } : this.keyInsertion(key, inner),
        kind: CompletionItemKind.Property,
        detail: inner.title && this.say(inner.title),
        documentation: lever
          ? leverMarkup(lever, this.view.catalog, this.view.locale)
          : shapeMarkup(inner, this.view.locale, required(key)),
        search: inner.title && Object.values(inner.title).join(' '),
        more: !place.colonFollows && this.offersValues(inner),
      } as Offer;
    });
  }

  /** `notUsed` and `strategies` exclude each other. */
  private excluded(key: string): boolean {
    const { present } = this.place;
    return (key === 'notUsed' && present.has('strategies')) || (key === 'strategies' && present.has('notUsed'));
  }

  private offersValues(shape: Shape): boolean {
    if (shape.items)
      return shape.items.key('use') !== undefined || (shape.items.keys.length === 0 && this.offersValues(shape.items));
    return shape.enum !== undefined || shape.refs.length > 0 || shape.date || shape.person || shape.const !== undefined;
  }

  /** A key with its colon and, where it holds more keys, with those that must be there. */
  private keyInsertion(key: string, shape: Shape): Insertion {
    const { column, flow } = this.place;
    const block = !flow && (shape.keys.length > 0 || (shape.items?.keys.length ?? 0) > 0);
    if (block) {
      const stops = { next: 1 };
      const lines = this.inside(shape, stops);
      const plainLines = lines.map((line) => line.plain);
      const snippetLines = lines.map((line) => line.snippet);
      const pad = (all: readonly string[]) =>
        this.lines([`${key}:`, ...all.map((line) => ' '.repeat(this.step) + line)], column);
      return { plain: pad(plainLines), snippet: pad(snippetLines.length ? snippetLines : ['$0']) };
    }
    if (shape.items) return { plain: `${key}: []`, snippet: `${key}: [$1]$0` };
    if (flow && shape.keys.length > 0) return { plain: `${key}: {}`, snippet: `${key}: { $1 }$0` };
    return { plain: `${key}: ` };
  }

  /** The lines that a map or list needs at least, each with and without tab stops. */
  private inside(shape: Shape, stops: { next: number }): { plain: string; snippet: string }[] {
    if (shape.items) {
      if (shape.items.keys.length === 0) return [{ plain: '- ', snippet: `- $${stops.next++}` }];
      const inner = this.inside(shape.items, stops);
      const lines = inner.length ? inner : [{ plain: '', snippet: `$${stops.next++}` }];
      return lines.map((line, index) => ({
        plain: (index === 0 ? '- ' : '  ') + line.plain,
        snippet: (index === 0 ? '- ' : '  ') + line.snippet,
      }));
    }
    return shape.required.flatMap((key) => {
      const inner = shape.key(key) as Shape;
      if (inner.keys.length > 0 || (inner.items?.keys.length ?? 0) > 0) {
        const lines = this.inside(inner, stops);
        const pad = ' '.repeat(this.step);
        return [
          { plain: `${key}:`, snippet: `${key}:` },
          ...lines.map((line) => ({ plain: pad + line.plain, snippet: pad + line.snippet })),
        ];
      }
      const value = this.defaultValue(key, inner);
      if (inner.const !== undefined) return [{ plain: `${key}: ${inner.const}`, snippet: `${key}: ${inner.const}` }];
      if (inner.enum) return [{ plain: `${key}: `, snippet: `${key}: ${choice(stops.next++, inner.enum)}` }];
      const stop = stops.next++;
      return [
        {
          plain: `${key}: ${value}`,
          snippet: value ? `${key}: \${${stop}:${snippetText(value)}}` : `${key}: $${stop}`,
        },
      ];
    });
  }

  /** A value that can stand as it is: dates that follow each other. */
  private defaultValue(key: string, shape: Shape): string {
    if (!shape.date) return '';
    const days: Record<string, number> = { start: 0, on: 0, identified: 0, goLive: 84, end: 182 };
    return addDays(this.view.today, days[key] ?? 14);
  }

  // Whole items

  /** Items of a list in one go, where one starts a new one. */
  private wholeItems(shape: Shape, dash: '' | '- '): Offer[] {
    const { place } = this;
    if (place.flow || place.colonFollows || (dash === '' && !place.newItem)) return [];
    if (shape.key('use')?.refs.includes('catalog')) return this.wholeStrategies(dash);
    if (shape.required.length === 0 || !shape.title || place.path.length === 0) return [];
    const lines = this.inside(shape, { next: 1 });
    const indent = place.column + dash.length;
    return [
      {
        label: this.say(shape.title),
        search: `${shape.required.join(' ')} ${Object.values(shape.title).join(' ')}`,
        insert: {
          plain:
            dash +
            this.lines(
              lines.map((line) => line.plain),
              indent,
            ),
          snippet:
            dash +
            this.lines(
              lines.map((line) => line.snippet),
              indent,
            ),
        },
        kind: CompletionItemKind.Struct,
        detail: shape.required.join(', '),
        documentation: shapeMarkup(shape, this.view.locale, false),
      },
    ];
  }

  private wholeStrategies(dash: '' | '- '): Offer[] {
    const lever = this.lever();
    if (!lever) return [];
    const { catalog } = this.view;
    const people = this.people();
    return fitting(this.plan, lever, catalog).map((strategy) => this.wholeStrategy(strategy, people, dash));
  }

  private wholeStrategy(strategy: CatalogStrategy, people: readonly string[], dash: '' | '- '): Offer {
    const indent = this.place.column + dash.length;
    const owner = planOwner(this.plan);
    const owners = owner ? [owner, ...people.filter((name) => folded(name) !== folded(owner))] : people;
    const groups = mainAudience(this.plan).join(', ');
    const head = this.plan.head;
    const start = [head?.day('start')?.value, this.view.today]
      .filter((day) => day !== undefined)
      .sort()
      .at(-1) as string;
    const goLive = head?.day('goLive')?.value;
    const due = goLive && goLive >= start ? goLive : addDays(start, 28);
    const ownerStop =
      owners.length > 1 ? choice(1, owners.map(written)) : `\${1:${snippetText(owners[0] ? written(owners[0]) : '')}}`;
    return {
      label: strategy.id,
      insert: {
        plain:
          dash +
          this.lines([`use: ${strategy.id}`, `owner: ${owner ? written(owner) : ''}`, `audience: [${groups}]`], indent),
        snippet:
          dash +
          this.lines(
            [
              `use: ${strategy.id}`,
              `owner: ${ownerStop}`,
              `audience: [\${2:${snippetText(groups)}}]`,
              `start: \${3:${start}}`,
              `due: \${4:${due}}`,
            ],
            indent,
          ),
      },
      kind: CompletionItemKind.Struct,
      detail: this.say(strategy.title),
      documentation: strategyMarkup(strategy, this.view.catalog, this.view.locale, false),
      search: `use ${Object.values(strategy.title).join(' ')}`,
    };
  }

  /** At the place of a dash: new items, with it. */
  private items(shape: Shape): Offer[] {
    if (shape.keys.length > 0) return this.wholeItems(shape, '- ');
    return this.values(shape, [...this.place.path, 0], this.place.items).map((offer) => ({
      ...offer,
      insert: { plain: `- ${offer.insert.plain}` },
    }));
  }

  // Values

  private values(shape: Shape, path: Location['path'], taken: ReadonlySet<string> = this.place.present): Offer[] {
    const { place } = this;
    if (shape.items && place.role === 'value') {
      const inner = shape.items.keys.length > 0 ? [] : this.values(shape.items, [...path, 0]);
      // The reserved word stands alone; ids stand in brackets.
      return inner.map((offer) =>
        shape.also.includes(offer.label)
          ? offer
          : { ...offer, label: `[${offer.label}]`, insert: { plain: `[${offer.insert.plain}]` } },
      );
    }
    if (shape.const !== undefined) return [this.word(String(shape.const), CompletionItemKind.Constant)];
    if (shape.enum) {
      return shape.enum
        .filter((value) => !taken.has(value))
        .map((value) => {
          const text = shape.values?.[value];
          const documentation = text && this.say(text);
          return {
            ...this.word(value, CompletionItemKind.EnumMember),
            documentation,
            search: text && Object.values(text).join(' '),
          } as Offer;
        });
    }
    if (shape.refs.includes('catalog')) return this.strategies();
    if (shape.refs.length > 0) return this.references(shape, taken);
    if (shape.date) return this.dates(taken);
    if (shape.person) return this.people().map((name) => this.word(written(name), CompletionItemKind.Text, name));
    if (shape.types.includes('boolean'))
      return ['true', 'false'].map((value) => this.word(value, CompletionItemKind.Constant));
    return [];
  }

  private word(text: string, kind: CompletionItemKind, label = text): Offer {
    return { label, insert: { plain: text }, kind };
  }

  /** The lever in which the cursor stands. */
  private lever(): LeverId | undefined {
    const [section, lever] = this.place.path;
    return section === 'levers' ? leverIds.find((id) => id === lever) : undefined;
  }

  /** Strategies for `use`: those of this lever first, none that the plan has already. */
  private strategies(): Offer[] {
    const { catalog } = this.view;
    const lever = this.lever();
    const here = this.place.word;
    const used = new Set(
      this.plan.strategies.flatMap(({ use }) =>
        use && (use.span.end < here.start || use.span.start > here.end) ? use.value : [],
      ),
    );
    const own = this.plan.text.slice(here.start, here.end);
    const free = (strategy: CatalogStrategy) => !used.has(strategy.id) || strategy.id === own;
    // Where a lever's strategies are all in use, another wave of one of them is what is left.
    const of = (id: LeverId) => (catalog.under(id).some(free) ? catalog.under(id).filter(free) : catalog.under(id));
    const ordered = lever ? [...of(lever), ...leverIds.filter((id) => id !== lever).flatMap(of)] : leverIds.flatMap(of);
    return ordered.map((strategy) => ({
      label: strategy.id,
      insert: { plain: strategy.id },
      kind: CompletionItemKind.Constant,
      detail: `${this.say(strategy.title)} · ${this.say(catalog.lever(strategy.lever).title)}`,
      documentation: strategyMarkup(strategy, catalog, this.view.locale, false),
      search: Object.values(strategy.title).join(' '),
    }));
  }

  private references(shape: Shape, taken: ReadonlySet<string>): Offer[] {
    const own = this.ownId();
    const offers: Offer[] = [];
    const seen = new Set(taken);
    for (const kind of shape.refs) {
      for (const { id, title } of this.declared(kind)) {
        if (seen.has(id) || id === own) continue;
        seen.add(id);
        offers.push({
          ...this.word(id, CompletionItemKind.Reference),
          detail: title,
          ...(title && { search: title }),
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

  /** What a plan declares of a kind, with what it is called. */
  private declared(kind: RefKind): { id: string; title: string | undefined }[] {
    const listed = (entries: readonly Entry[], title: string) =>
      entries.flatMap((entry) => {
        const id = entry.word('id')?.value;
        return id ? [{ id, title: entry.word(title)?.value }] : [];
      });
    switch (kind) {
      case 'stakeholder':
        return listed(this.plan.list('stakeholders'), 'name');
      case 'measure':
        return listed(this.plan.list('measures'), 'title');
      case 'risk':
        return listed(this.plan.list('risks'), 'title');
      case 'milestone':
        return listed(this.plan.list('milestones'), 'title');
      case 'strategy':
        return [...names(this.plan).strategy.keys()].map((id) => {
          const title = this.view.catalog.strategy(id)?.title;
          return { id, title: title && this.say(title) };
        });
      default:
        return [];
    }
  }

  /** The id of the strategy in which the cursor stands: nothing depends on itself. */
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

  /** Everyone who is named in the plan, in the order of the text. */
  private people(): string[] {
    const found = new Map<string, string>();
    const { word } = this.place;
    const own = folded(this.plan.text.slice(word.start, word.end));
    for (const { at, shape } of valuesOf(this.plan)) {
      if (!shape.person || at.node.kind !== 'scalar' || typeof at.node.value !== 'string') continue;
      if (at.start <= word.end && at.start + at.node.length >= word.start) continue;
      const name = at.node.value;
      // The word that is being written, mirrored elsewhere by a snippet, is no suggestion.
      if (folded(name) === own) continue;
      if (!isPlaceholder(name) && !found.has(folded(name))) found.set(folded(name), name);
    }
    return [...found.values()];
  }

  // Binding

  /** An offer as the editor takes it. */
  bind(offer: Offer, index: number): CompletionItem {
    const { view, subject, place } = this;
    const space = place.needsSpace ? ' ' : '';
    const snippet = view.snippets ? offer.insert.snippet : undefined;
    const newText = space + (snippet === undefined ? offer.insert.plain : finished(snippet));
    const replace = rangeOf(subject, place.word);
    const { line } = replace.start;
    const cursor = subject.document.positionAt(this.offset);
    const insertReplace = view.insertReplace && cursor.line === line && cursor.character < replace.end.character;
    const item: CompletionItem = {
      label: offer.label,
      kind: offer.kind,
      sortText: String(index).padStart(4, '0'),
      textEdit: insertReplace
        ? { newText, insert: { start: replace.start, end: cursor }, replace }
        : { newText, range: replace },
      insertTextFormat: snippet === undefined ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
      insertTextMode: InsertTextMode.asIs,
      filterText: space + [offer.label, offer.search].filter(Boolean).join(' '),
    };
    if (offer.detail) item.labelDetails = { description: offer.detail };
    if (offer.documentation) item.documentation = { kind: MarkupKind.Markdown, value: offer.documentation };
    if (offer.preselect) item.preselect = true;
    if (offer.more && view.suggestCommand) item.command = { title: '', command: 'editor.action.triggerSuggest' };
    return item;
  }
}

/** The completions at an offset: none twice, none that is already there, the likeliest first. */
export function completion(subject: Subject, offset: number, view: View): CompletionItem[] {
  const place = locate(subject.plan.text, offset);
  if (!place) return [];
  const completer = new Completer(subject, view, place, offset);
  const seen = new Set<string>();
  return completer
    .offers()
    .filter(({ label }) => !seen.has(label) && seen.add(label))
    .map((offer, index) => completer.bind(offer, index));
}
