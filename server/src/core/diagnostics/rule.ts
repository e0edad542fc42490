/** The interface of a rule, and of what it reports. */

import type { Data, Locale, Message, Text } from '../i18n/message.ts';
import type { Catalog } from '../model/catalog.ts';
import type { CatalogFile, TeamFile } from '../model/catalogFile.ts';
import type { ConfigFile } from '../model/configFile.ts';
import type { TeamReading } from '../model/parse.ts';
import type { Plan, Strategy } from '../model/plan.ts';
import type { Reading } from '../model/reading.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { RuleSettings } from './settings.ts';
import type { Severity } from './severity.ts';
import type { TeamConfig } from './teamConfig.ts';

/** A quick fix: edits that do not overlap and touch nothing else. */
export interface Fix {
  readonly title: Message;
  readonly edits: readonly Edit[];
  /** The one that is most likely meant. */
  readonly preferred?: boolean;
  /** Nothing else can have been meant: *Fix all* and fixing on save may apply it without asking. */
  readonly safe?: boolean;
}

/** Another place that helps to understand a finding. */
export interface Related {
  readonly span: Span;
  readonly message: Message;
  /** The file in which it stands, where that is another. */
  readonly in?: TeamFile<TeamReading>;
}

/** Something that a rule found. */
export interface Finding {
  readonly span: Span;
  readonly text: Text;
  readonly data?: Data;
  /** The id of what is meant, where findings about several things stand at one place. It is part of the fingerprint. */
  readonly about?: string;
  /** Where it is milder than the rule's own severity. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
  /** Lazy: computed when a client asks for code actions. */
  readonly fixes?: () => readonly Fix[];
}

/** The inputs of a rule beside the document. */
export interface Context {
  readonly catalog: Catalog;
  /** The day it is, `YYYY-MM-DD`; `plan.asOf` goes before it. */
  readonly today: string;
  /** The reader's language: for words that a fix writes into a plan which names no language itself. */
  readonly locale: Locale;
  /** What is set for the rules, by the team and by the reader. */
  readonly settings: RuleSettings;
  /** The configuration of the team that holds for the document; of a configuration file, the one that begins with it. */
  readonly config?: TeamConfig | undefined;
}

/** A numeric option of a rule, set in `levers.rules`. */
export interface RuleOption {
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
  /** Whole numbers only. */
  readonly integer: boolean;
  /** What the number means, and why the default is what it is. */
  readonly text: Text;
}

/** The page about a rule: where a problem's code leads. */
export interface RuleDoc {
  readonly why: Text;
  readonly fix: Text;
  /** When an exception is right; where it is left out, never: exceptions in comments have no effect. */
  readonly allow?: Text;
}

/** What is known of every rule. */
export interface RuleFacts<Option extends string = string> {
  /** Its name everywhere; reads well after "allow …". */
  readonly code: string;
  readonly severity: Severity;
  /** One step milder in a draft, until 30 days before its go-live. */
  readonly eases?: boolean;
  /** About the file itself: holds for closed and cancelled plans too. */
  readonly structural?: boolean;
  /** One sentence: what it finds. */
  readonly summary: Text;
  readonly doc: RuleDoc;
  readonly options?: Readonly<Record<Option, RuleOption>>;
  /** Some of its fixes are safe: only such rules are asked when everything is fixed at once. */
  readonly safeFixes?: boolean;
}

/** Looks at one strategy: what is found there. */
export type Look = (strategy: Strategy) => Finding | Iterable<Finding> | undefined;

/** A rule over plans, unless `Of` says over what else. */
export interface Rule<Option extends string = string, Of extends Reading = Plan> extends RuleFacts<Option> {
  /** `options` holds a number for each of the rule's options: the one that is set, else the default. */
  check?(reading: Of, context: Context, options: Readonly<Record<Option, number>>): Iterable<Finding>;
  /** For what can be said of strategies one by one: makes the look at one, or nothing where none need be looked at. */
  each?(plan: Of, context: Context, options: Readonly<Record<Option, number>>): Look | undefined;
}

/** A rule about reading and format: over plans and the files of a team alike. */
export type FormatRule = Rule<string, Reading>;

/** A rule over the catalog of a team. */
export type CatalogRule = Rule<string, CatalogFile>;

/** A rule over the configuration of a team. */
export type ConfigRule = Rule<string, ConfigFile>;
