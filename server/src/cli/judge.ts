/** What the files of a run are judged with: settings, and the configurations and catalogs of the team. */
import { settingsFor } from '../core/diagnostics/resolveConfig.ts';
import type { Context } from '../core/diagnostics/rule.ts';
import { rulesLaidOver } from '../core/diagnostics/ruleSettings.ts';
import type { RuleSettings } from '../core/diagnostics/settings.ts';
import type { Locale } from '../core/i18n/message.ts';
import { isConfigPath } from '../core/model/configFile.ts';
import { type CatalogDisk, Catalogs, type NamedCatalogs } from './catalogs.ts';

/** What all files of a run are judged by; can be cloned to another thread. */
export interface JudgedBy {
  readonly locale: Locale;
  readonly today: string;
  readonly rules: RuleSettings;
  /** The rules were asked for: they go before the configuration of the team. */
  readonly rulesFirst: boolean;
  readonly named: NamedCatalogs;
}

export class Judge {
  readonly catalogs: Catalogs;

  constructor(
    private readonly by: JudgedBy,
    disk: CatalogDisk,
  ) {
    this.catalogs = new Catalogs(disk, by.named);
  }

  /** What a file is judged with; `onDayRead` is called when a rule reads the day. */
  context(path: string, onDayRead = () => {}): Context {
    const { today, locale, rules, rulesFirst } = this.by;
    const config = this.catalogs.config(path);
    const settings = settingsFor(path, config, rules);
    return {
      catalog: this.catalogs.for(path),
      config,
      get today() {
        onDayRead();
        return today;
      },
      locale,
      settings: rulesFirst && !isConfigPath(path) ? rulesLaidOver(settings, rules) : settings,
    };
  }
}
