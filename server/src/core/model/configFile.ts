/** Model of a team's configuration file. */
import { configFormat } from '../schema/schema.ts';
import { isMap, toData } from '../syntax/tree.ts';
import { Entry, type Spanned } from './entry.ts';
import { Reading } from './reading.ts';
import { isNamed } from './teamPlaces.ts';

/** What a configuration file is called, the first before the second where a folder has both. */
export const configNames = ['levers.config.yaml', 'levers.config.yml'] as const;

/** Whether a path or address has the name of a configuration file. */
export function isConfigPath(path: string): boolean {
  return isNamed(path, configNames);
}

/** A team's configuration, a pure function of its text. */
export class ConfigFile extends Reading {
  readonly format = configFormat;

  /** The whole file as keys and values. */
  get head(): Entry | undefined {
    return this.once('head', () => (isMap(this.root) ? new Entry(this.root) : undefined));
  }

  /** A section, as keys and values. */
  section(key: string): Entry | undefined {
    const at = this.head?.pair(key)?.value;
    return isMap(at) ? new Entry(at) : undefined;
  }

  /** The path of the configuration that this one builds on, as it is written. */
  get extends(): Spanned<string> | undefined {
    return this.head?.word('extends');
  }

  /** What is set for the rules, in the form of the setting `levers.rules`. */
  get rules(): unknown {
    const node = this.head?.value('rules');
    return node && toData(node);
  }

  /** The paths of catalogs, as they are written. */
  get catalogs(): readonly Spanned<string>[] {
    return this.head?.words('catalogs') ?? [];
  }
}
