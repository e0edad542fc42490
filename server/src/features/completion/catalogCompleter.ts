/** Completion in the catalog of a team: adds strategies to hide or to refer to, to what the format gives. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { minimalCatalog } from '../../core/edits/templates.ts';
import { builtInCatalog, type CatalogStrategy } from '../../core/model/catalog.ts';
import type { CatalogFile } from '../../core/model/catalogFile.ts';
import { Completer } from './completer.ts';
import type { Offer, Source } from './offer.ts';

export class CatalogCompleter extends Completer<CatalogFile> {
  protected override wholeTexts(): Offer[] {
    const text = minimalCatalog('', this.view.locale);
    return [
      {
        label: this.say({ en: 'A small custom catalog', 'zh-CN': '自己的一份小目录' }),
        search: 'catalogVersion id strategies new 新建 目录',
        insert: { plain: text },
        kind: CompletionItemKind.Struct,
        detail: this.say({ en: 'a new catalog', 'zh-CN': '新目录' }),
        documentation: `\`\`\`yaml\n${text}\`\`\``,
        preselect: true,
      },
    ];
  }

  protected override ownSources(): readonly Source[] {
    return [{ suits: ({ refs }) => refs.includes('catalog'), offers: ({ taken }) => this.strategies(taken) }];
  }

  private strategies(taken: ReadonlySet<string>): Offer[] {
    const offered = this.place.path[0] === 'hide' ? this.hideable() : this.others();
    return offered.filter(({ id }) => !taken.has(id)).map((strategy) => this.strategy(strategy));
  }

  /** Built-in strategies that are not hidden yet. */
  private hideable(): readonly CatalogStrategy[] {
    const { word } = this.place;
    const hidden = new Set(
      this.subject.reading.hide.flatMap(({ value, span }) =>
        span.end < word.start || span.start > word.end ? value : [],
      ),
    );
    return builtInCatalog.strategies.filter(({ id }) => !hidden.has(id));
  }

  /** Every strategy except the one at the cursor. */
  private others(): readonly CatalogStrategy[] {
    const { start } = this.place.word;
    const around = this.subject.reading.strategies.find(({ span }) => span.start <= start && start <= span.end);
    const own = around?.word('id')?.value;
    return this.view.catalog.strategies.filter(({ id }) => id !== own);
  }
}
