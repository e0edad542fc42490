/** Completion by the format alone: keys, words, whole items. Plans and the files of teams extend it. */
import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types';
import { indentStep } from '../../core/edits/yamlEdit.ts';
import { type Data, say, type Text } from '../../core/i18n/message.ts';
import type { CatalogStrategy } from '../../core/model/catalog.ts';
import { freeId, writtenIds } from '../../core/model/ids.ts';
import type { Reading } from '../../core/model/reading.ts';
import { takesText } from '../../core/schema/places.ts';
import type { Shape } from '../../core/schema/schema.ts';
import { type Location, quoteAt } from '../../core/syntax/cursorContext.ts';
import { lineBreak } from '../../core/text/lines.ts';
import { markdown, shapeMarkup, strategyMarkup } from '../hover/markup.ts';
import { choice, finished, idFrom, preset } from '../snippet.ts';
import { rangeOf, type Subject, type View } from '../view.ts';
import type { Asked, Insertion, Offer, Source, Target } from './offer.ts';

const furtherTexts = {
  item: { en: '+ another {title}', 'zh-CN': '+ 再加一项：{title}' },
  entry: { en: '+ another entry: {title}', 'zh-CN': '+ 再加一条：{title}' },
  section: { en: '+ next section: {title}', 'zh-CN': '+ 下一部分：{title}' },
  lever: { en: '+ next lever: {title}', 'zh-CN': '+ 下一个 LEVERS 方法：{title}' },
};

/** What stands in the list at a place; nothing where a word may stand there instead of a list. */
function listItems(shape: Shape): Shape | undefined {
  return shape.enum ? undefined : shape.items;
}

/** Completes texts of one format. */
export abstract class Completer<R extends Reading> {
  private readonly nl: string;
  private readonly step: number;
  private readonly sources: readonly Source[];
  protected readonly place: Location;

  constructor(
    protected readonly subject: Subject<R>,
    protected readonly view: View,
    private readonly target: Target,
  ) {
    this.place = target.place;
    this.nl = lineBreak(subject.reading.text);
    this.step = indentStep(subject.reading);
    this.sources = [...this.sourcesOfSchema(), ...this.ownSources()];
  }

  /** The quote with which the word at the cursor begins; what is chosen stands in place of the whole, quotes included. */
  private get quote(): string | undefined {
    return quoteAt(this.subject.reading.text, this.place.word.start);
  }

  /** The word at the cursor, without quotes around it. */
  protected get typed(): string {
    const { start, end } = this.place.word;
    const word = this.subject.reading.text.slice(start, end);
    return this.quote ? word.replace(/^["']|["']$/g, '') : word;
  }

  /** Whole texts for an empty file. */
  protected abstract wholeTexts(): Offer[];

  /** Where suggestions come from that the schema alone does not tell; the first that suits a place is asked. */
  protected abstract ownSources(): readonly Source[];

  /** Documentation of a key in place of its description, where people call it by its title. */
  protected keyMarkup(_key: string): string | undefined {
    return undefined;
  }

  /** Whether a key conflicts with those that are there. */
  protected excluded(_key: string): boolean {
    return false;
  }

  /** A value for a key that can be kept as it is. */
  protected defaultValue(_key: string, _shape: Shape): string {
    return '';
  }

  protected say(text: Text, data?: Data): string {
    return say(text, this.view.locale, data);
  }

  offers(): Offer[] {
    const { place } = this;
    const shape = this.subject.reading.format.shapeAt(place.path);
    if (!shape) return [];
    if (place.role === 'value') return this.values(shape, place.path);
    // A key has no quotes.
    if (shape.keys.length > 0 && this.quote) return [];
    if (shape.keys.length > 0) return [...this.wholeItems(shape, ''), ...this.begin(), ...this.keys(shape)];
    if (shape.items) return this.items(shape.items);
    // After a dash: the item is itself a value.
    return typeof place.path.at(-1) === 'number' ? this.values(shape, place.path, place.items) : [];
  }

  private begin(): Offer[] {
    const begins = this.place.path.length === 0 && this.place.present.size === 0;
    return begins ? this.wholeTexts() : [];
  }

  /** Lines of an insertion; all but the first are indented by `indent` columns. */
  protected lines(lines: readonly string[], indent: number): string {
    return lines.join(this.nl + ' '.repeat(indent));
  }

  // Keys

  private keys(shape: Shape): Offer[] {
    const { place } = this;
    const free = shape.keys.filter((key) => !place.present.has(key) && !this.excluded(key));
    const needed = this.needed(shape);
    const required = (key: string) => shape.required.includes(key);
    const ordered = [...needed.filter((key) => free.includes(key)), ...free.filter((key) => !needed.includes(key))];
    return ordered.map((key) => {
      const inner = shape.key(key) as Shape;
      const title = inner.title && this.say(inner.title);
      const own = this.keyMarkup(key);
      return {
        label: key,
        ...(own ? { title } : { detail: title }),
        insert: place.colonFollows ? { plain: key } : this.keyInsertion(key, inner),
        kind: CompletionItemKind.Property,
        documentation: own ?? shapeMarkup(inner, this.view.locale, required(key)),
        search: inner.title && Object.values(inner.title).join(' '),
        more: !place.colonFollows && this.opens(inner),
        optional: !needed.includes(key),
      } as Offer;
    });
  }

  /** The keys without which a part says nothing, first those that are written first: a name before its id. */
  protected needed({ required, key }: Shape): readonly string[] {
    const [id = '', name, ...more] = required;
    return name !== undefined && key(id)?.introduces ? [name, id, ...more] : required;
  }

  /** Whether suggestions open as soon as a key of this shape is accepted. */
  private opens(shape: Shape): boolean {
    const items = listItems(shape);
    if (items) return this.opens(items);
    // Where nothing is filled in, they are the keys.
    if (shape.keys.length > 0 && this.inside(shape, { next: 1 }).length === 0) return true;
    const source = this.sourceFor(shape);
    return source !== undefined && !source.waits;
  }

  /** A key with its colon, and with the required keys below it. */
  private keyInsertion(key: string, shape: Shape): Insertion {
    const { column, flow } = this.place;
    const items = listItems(shape);
    const block = !flow && (shape.keys.length > 0 || (items?.keys.length ?? 0) > 0);
    if (block) {
      const stops = { next: 1 };
      const lines = this.inside(shape, stops);
      const plainLines = lines.map((line) => line.plain);
      const snippetLines = lines.map((line) => line.snippet);
      const pad = (all: readonly string[]) =>
        this.lines([`${key}:`, ...all.map((line) => ' '.repeat(this.step) + line)], column);
      return { plain: pad(plainLines), snippet: pad(snippetLines.length ? snippetLines : ['$0']) };
    }
    if (items) return { plain: `${key}: []`, snippet: `${key}: [$1]$0` };
    if (flow && shape.keys.length > 0) return { plain: `${key}: {}`, snippet: `${key}: { $1 }$0` };
    return { plain: `${key}: ` };
  }

  /** The minimal lines of a map or list, each with and without tab stops. */
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
    // A text in one or both languages: begins with the user's.
    const needed = shape.key('zh-CN') ? [this.view.locale] : shape.required;
    return needed.flatMap((key, index) => {
      const inner = shape.key(key) as Shape;
      const next = shape.key(needed[index + 1] ?? '');
      if (inner.introduces && next && takesText(next) && this.view.suggestCommand) {
        const otherwise = freeId(inner.introduces, writtenIds(this.subject.reading.text));
        return [{ plain: `${key}: `, snippet: `${key}: ${idFrom(stops.next, otherwise)}` }];
      }
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
          snippet: `${key}: ${preset(stop, value)}`,
        },
      ];
    });
  }

  // Whole items

  /** Whole items, where the user begins a new one. */
  private wholeItems(shape: Shape, dash: '' | '- '): Offer[] {
    const { place } = this;
    if (place.flow || place.colonFollows || (dash === '' && !place.newItem)) return [];
    const source = this.sourceFor(shape);
    if (source) return source.offers({ shape, taken: place.present, dash });
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

  /** At the place of a dash: new items, with it. */
  private items(shape: Shape): Offer[] {
    if (shape.keys.length > 0) return this.wholeItems(shape, '- ');
    return this.values(shape, [...this.place.path, 0], this.place.items).map((offer) => ({
      ...offer,
      insert: { plain: `- ${offer.insert.plain}` },
    }));
  }

  // From an empty line elsewhere

  /** Another item of the list, or the next of the sections. */
  further(): Offer[] {
    const { path, present } = this.place;
    const shape = this.subject.reading.format.shapeAt(path);
    if (!shape) return [];
    if (shape.items) return [this.another(shape, shape.items)];
    const [above = ''] = present;
    const at = shape.keys.indexOf(above);
    const free = shape.keys.filter((key) => {
      const { keys = [], items } = shape.key(key) ?? {};
      return !present.has(key) && (keys.length > 0 || items !== undefined);
    });
    const next = free.find((key) => shape.keys.indexOf(key) > at) ?? free[0];
    if (next === undefined) return [];
    const [offer] = this.keys(shape).filter(({ label }) => label === next);
    const title = shape.key(next)?.title;
    const text = path.length === 0 ? furtherTexts.section : furtherTexts.lever;
    return offer && title ? [{ ...offer, label: this.say(text, { title }), title: undefined, optional: false }] : [];
  }

  /** A whole item where there is one kind of it, else a hyphen, after which suggestions open. */
  private another(list: Shape, items: Shape): Offer {
    const [whole] = this.sourceFor(items) ? [] : this.wholeItems(items, '- ');
    const title = items.title ?? list.title ?? { en: '', 'zh-CN': '' };
    return {
      label: items.title
        ? this.say(furtherTexts.item, { title: { ...title, en: title.en.toLowerCase() } })
        : this.say(furtherTexts.entry, { title }),
      insert: whole?.insert ?? { plain: '- ' },
      kind: CompletionItemKind.Struct,
      more: !whole && (items.keys.length > 0 || this.opens(items)),
    };
  }

  // Values

  private values(shape: Shape, path: Location['path'], taken: ReadonlySet<string> = this.place.present): Offer[] {
    const { place } = this;
    const items = listItems(shape);
    if (items && place.role === 'value') {
      const inner = items.keys.length > 0 ? [] : this.values(items, [...path, 0]);
      // The reserved word is a plain value; ids are in brackets.
      return inner.map((offer) =>
        shape.also.includes(offer.label)
          ? offer
          : { ...offer, label: `[${offer.label}]`, insert: { plain: `[${offer.insert.plain}]` } },
      );
    }
    if (shape.keys.length > 0 && !shape.enum) return [];
    return this.sourceFor(shape)?.offers({ shape, taken, dash: '' }) ?? [];
  }

  private sourceFor(shape: Shape): Source | undefined {
    return this.sources.find((source) => source.suits(shape));
  }

  /** Values that the schema lists. */
  private sourcesOfSchema(): readonly Source[] {
    return [
      {
        suits: (shape) => shape.const !== undefined,
        offers: ({ shape }) => [this.word(String(shape.const), CompletionItemKind.Constant)],
      },
      { suits: (shape) => shape.enum !== undefined, offers: (at) => this.choices(at) },
      {
        suits: ({ types }) => types.includes('boolean'),
        offers: () => ['true', 'false'].map((value) => this.word(value, CompletionItemKind.Constant)),
        waits: true,
      },
    ];
  }

  protected choices({ shape, taken }: Asked): Offer[] {
    const free = (shape.enum ?? []).filter((value) => !taken.has(value));
    // The first is taken by who only goes on: not that there is nothing.
    return [...free.filter((value) => value !== 'none'), ...free.filter((value) => value === 'none')].map((value) => {
      const text = shape.values?.get(value);
      return {
        ...this.word(value, CompletionItemKind.EnumMember),
        documentation: text && this.say(text),
        search: [...(text ? Object.values(text) : []), ...(shape.words?.get(value) ?? [])].join(' ') || undefined,
      } as Offer;
    });
  }

  protected word(text: string, kind: CompletionItemKind, label = text): Offer {
    return { label, insert: { plain: text }, kind };
  }

  /** A strategy of the catalog, with its lever and, for a team's own, its catalog. */
  protected strategy(strategy: CatalogStrategy): Offer {
    const { catalog, locale } = this.view;
    return {
      ...this.word(strategy.id, CompletionItemKind.Constant),
      title: this.say(strategy.title),
      detail: [this.say(catalog.lever(strategy.lever).title), strategy.origin].filter(Boolean).join(' · '),
      documentation: strategyMarkup(strategy, catalog, locale, false),
      search: Object.values(strategy.title).join(' '),
    };
  }

  // Binding

  /** An offer as a completion item. */
  bind(offer: Offer, index: number): CompletionItem {
    const { view, subject, place } = this;
    const { indent, offset } = this.target;
    const space = place.needsSpace ? ' ' : '';
    const snippet = view.snippets ? offer.insert.snippet : undefined;
    // What stands between the blanks and the word, a hyphen, is written again.
    const before = indent ? subject.reading.text.slice(indent.span.end, place.word.start) : '';
    const newText =
      (indent?.text ?? '') + before + space + (snippet === undefined ? offer.insert.plain : finished(snippet));
    const replace = rangeOf(subject, { start: indent?.span.start ?? place.word.start, end: place.word.end });
    const { line } = replace.start;
    const cursor = subject.document.positionAt(offset);
    const { quote } = this;
    // An editor closes quotes by itself: they go with what stands between them.
    const last = place.word.end - 1;
    const closed = quote !== undefined && last > place.word.start && quoteAt(subject.reading.text, last) === quote;
    const insertReplace =
      view.insertReplace && !closed && cursor.line === line && cursor.character < replace.end.character;
    const item: CompletionItem = {
      label: offer.title ?? offer.label,
      kind: offer.kind,
      sortText: String(index).padStart(4, '0'),
      textEdit: insertReplace
        ? { newText, insert: { start: replace.start, end: cursor }, replace }
        : { newText, range: replace },
      insertTextFormat: snippet === undefined ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
      insertTextMode: InsertTextMode.asIs,
      filterText: before + space + (quote ?? '') + [offer.label, offer.title, offer.search].filter(Boolean).join(' '),
    };
    const pale = [offer.title && offer.label, offer.detail].filter(Boolean).join(' · ');
    if (pale) item.labelDetails = { description: pale };
    if (offer.documentation) item.documentation = markdown(offer.documentation);
    if (offer.preselect) item.preselect = true;
    if (offer.more && view.suggestCommand) item.command = { title: '', command: 'editor.action.triggerSuggest' };
    return item;
  }
}
