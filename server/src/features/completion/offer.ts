/** What is offered at a place, and where offers come from. */
import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { Shape } from '../../core/schema/schema.ts';
import type { Location } from '../../core/syntax/cursorContext.ts';
import type { Edit } from '../../core/text/edit.ts';

/** The place that is completed. */
export interface Target {
  readonly place: Location;
  /** Of the cursor. */
  readonly offset: number;
  /** The change of the blanks in front that puts the line where it belongs. */
  readonly indent?: Edit;
}

/** Text to insert; `snippet` with tab stops, for editors that support them. */
export interface Insertion {
  readonly plain: string;
  readonly snippet?: string;
}

/** A completion before it is bound to its place. */
export interface Offer {
  /** What is inserted, as it is called: an id, a word. */
  readonly label: string;
  /** What people call it; shown first, the label pale after it. */
  readonly title?: string | undefined;
  readonly insert: Insertion;
  readonly kind: CompletionItemKind;
  /** Beside the label, pale. */
  readonly detail?: string | undefined;
  readonly documentation?: string | undefined;
  /** Further words that match it. */
  readonly search?: string;
  /** Suggestions open again after it. */
  readonly more?: boolean;
  readonly preselect?: boolean;
  /** A key that may be left out. */
  readonly optional?: boolean;
}

/** One kind of suggestion, and where it belongs by what the schema says of a value or of the items of a list. */
export interface Source {
  suits(shape: Shape): boolean;
  offers(at: Asked): Offer[];
  /** Accepting the key in front does not open these suggestions: they wait until the author asks. */
  readonly waits?: boolean;
}

/** The place for which a source is asked. */
export interface Asked {
  readonly shape: Shape;
  /** What stands in the same list already. */
  readonly taken: ReadonlySet<string>;
  /** What a new item begins with here. */
  readonly dash: '' | '- ';
}
