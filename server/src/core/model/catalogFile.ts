/** Model of a team's catalog file. */

import { catalogFormat } from '../schema/schema.ts';
import type { Unread } from '../syntax/parseError.ts';
import { isMap } from '../syntax/tree.ts';
import { Entry, type Spanned } from './entry.ts';
import { Reading } from './reading.ts';
import { isNamed } from './teamPlaces.ts';

/** What a catalog's file is called, the first before the second where a folder has both; see `planEndings`. */
export const catalogNames = ['levers.catalog.yaml', 'levers.catalog.yml'] as const;

/** Whether a path or address has the name of a catalog. */
export function isCatalogPath(path: string): boolean {
  return isNamed(path, catalogNames);
}

/** A team's catalog, a pure function of its text. Members are computed on first use and kept. */
export class CatalogFile extends Reading {
  readonly format = catalogFormat;

  /** The short name of the catalog. */
  get id(): string | undefined {
    return this.head?.word('id')?.value;
  }

  /** The whole file as keys and values. */
  get head(): Entry | undefined {
    return this.once('head', () => (isMap(this.root) ? new Entry(this.root) : undefined));
  }

  /** Its strategies, in the order of the text. */
  get strategies(): readonly Entry[] {
    return this.once('strategies', () => this.head?.entries('strategies') ?? []);
  }

  /** The ids of the built-in strategies that it hides. */
  get hide(): readonly Spanned<string>[] {
    return this.once('hide', () => this.head?.words('hide') ?? []);
  }
}

/** Result of opening a file: its text, or the reason there is none; where that is its encoding, which it most likely is. */
export type Opened = { readonly text: string } | { readonly reason: Unread; readonly encoding?: string };

/** A file of the team, a catalog unless `R` says otherwise, and where it stands. */
export interface TeamFile<R extends Reading = CatalogFile> {
  /** URI or path; identifies the file. */
  readonly uri: string;
  /** Path as shown to users. */
  readonly name: string;
  readonly file: R;
}
