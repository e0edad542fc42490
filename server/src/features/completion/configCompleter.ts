/** Completion in the configuration of a team: adds the numbers of a rule to what the format gives. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { severities } from '../../core/diagnostics/severity.ts';
import type { ConfigFile } from '../../core/model/configFile.ts';
import { Completer } from './completer.ts';
import type { Asked, Offer, Source } from './offer.ts';

export class ConfigCompleter extends Completer<ConfigFile> {
  protected override wholeTexts(): Offer[] {
    return [];
  }

  protected override ownSources(): readonly Source[] {
    return [];
  }

  /** A file of a few keys: nobody looks for the next of them among the rules. */
  override further(): Offer[] {
    return [];
  }

  /** The words; for a rule with numbers also the list of a severity and its numbers, as they are where none are set. */
  protected override choices(asked: Asked): Offer[] {
    const { shape } = asked;
    const words = super.choices(asked);
    if (this.place.role !== 'value' || !shape.items?.keys.length) return words;
    const numbers = shape.items.keys.map((name) => `${name}: ${shape.items?.key(name)?.default}`).join(', ');
    const lists = severities.map((severity) => this.word(`[${severity}, { ${numbers} }]`, CompletionItemKind.Snippet));
    return [...words, ...lists];
  }
}
