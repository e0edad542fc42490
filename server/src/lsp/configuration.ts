/** What a reader has set (the section `levers`) for each resource: asked of the client once, and again when it says that something changed. */
import { type ClientCapabilities, type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { ruleSettings } from '../core/diagnostics/ruleSettings.ts';
import type { RuleSettings } from '../core/diagnostics/settings.ts';
import { namedCatalog } from '../core/model/catalogPlaces.ts';
import { type LensKind, lensKinds } from '../features/codeLens.ts';
import { type HintKind, hintKinds } from '../features/inlayHints.ts';
import type { Settings } from '../protocol.ts';

/** The settings that hold for one document. */
export interface ResourceSettings {
  readonly rules: RuleSettings;
  /** `levers.catalogs`: further catalogs of the team, as plain paths below the workspace folder. */
  readonly catalogs: readonly string[];
  /** `levers.workspaceProblems`: files that are not open are looked at too. */
  readonly workspaceProblems: boolean;
  /** `levers.codeLens`: which lenses are shown. */
  readonly codeLens: Readonly<Record<LensKind, boolean>>;
  /** `levers.inlayHints`: beside what hints are shown. */
  readonly inlayHints: Readonly<Record<HintKind, boolean>>;
}

/** A client that has not answered after this time (milliseconds) is not waited for any longer. */
const patience = 1500;

const section = 'levers';

interface Known {
  /** What plans are judged by, and what is shown of them, each as JSON, to see whether something changed. */
  readonly judging: string;
  readonly showing: string;
  readonly settings: ResourceSettings;
}

/** What changed in settings: what plans are judged by (and so what is shown of them too), or only what is shown. */
export type Change = 'judging' | 'showing';

/** What is switched on: all but what is set to `false`. */
function switches<Kind extends string>(kinds: readonly Kind[], set: unknown): Readonly<Record<Kind, boolean>> {
  const given = (set ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(kinds.map((kind) => [kind, given[kind] !== false])) as Record<Kind, boolean>;
}

function known(json: unknown): Known {
  const { rules, catalogs, workspaceProblems, codeLens, inlayHints } = (json ?? {}) as Settings;
  return {
    judging: JSON.stringify([rules, catalogs, workspaceProblems]),
    showing: JSON.stringify([codeLens, inlayHints]),
    settings: {
      rules: ruleSettings(rules),
      catalogs: Array.isArray(catalogs) ? [...new Set(catalogs.flatMap((path) => namedCatalog(path) ?? []))] : [],
      workspaceProblems: workspaceProblems !== false,
      codeLens: switches(lensKinds, codeLens),
      inlayHints: switches(hintKinds, inlayHints),
    },
  };
}

function changeOf(before: Known, after: Known): Change | undefined {
  if (before.judging !== after.judging) return 'judging';
  return before.showing === after.showing ? undefined : 'showing';
}

/** The section `levers` of settings as a client sends them; undefined where they do not have it. */
function sectionOf(settings: unknown): unknown {
  return settings !== null && typeof settings === 'object' ? (settings as Record<string, unknown>)[section] : undefined;
}

/** An open document or a workspace folder, as far as the client is asked about it. */
interface Resource {
  known?: Known;
  /** How often the client was asked, and which of the questions it has answered last. */
  asked: number;
  answered: number;
  /** Resolves with the first answer, or when it takes too long. */
  first?: Promise<void>;
}

export class Configuration {
  private readonly resources = new Map<string, Resource>();
  private readonly pull: boolean;
  private readonly watches: boolean;
  /** What holds where the client is not asked, or has nothing to say. */
  private sent: Known;

  /**
   * `initial`: settings from `initializationOptions`. `changed` is called when the settings of one of them are no
   * longer what they were.
   */
  constructor(
    private readonly connection: Connection,
    capabilities: ClientCapabilities,
    initial: unknown,
    private readonly changed: (what: Change) => void,
  ) {
    this.pull = capabilities.workspace?.configuration === true;
    this.sent = known(sectionOf(initial));
    this.watches = capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
    connection.onDidChangeConfiguration(({ settings }) => void this.refresh(sectionOf(settings)));
  }

  /** Asks the client to say when settings change; to be called when the client is ready for requests. */
  watch(): void {
    if (!this.watches) return;
    void this.connection.client.register(DidChangeConfigurationNotification.type, { section }).catch(() => undefined);
  }

  /** The settings of a document as far as they are known. */
  now(uri: string): ResourceSettings {
    return (this.resources.get(uri)?.known ?? this.sent).settings;
  }

  /**
   * Nothing where the settings of a document are known; else resolves when they are, and at the latest when the client
   * has had time enough to say them.
   */
  pending(uri: string): Promise<void> | undefined {
    if (!this.pull) return undefined;
    const resource = this.resources.get(uri) ?? { asked: 0, answered: 0 };
    this.resources.set(uri, resource);
    if (resource.known) return undefined;
    resource.first ??= this.firstAnswer(uri, resource);
    return resource.first;
  }

  forget(uri: string): void {
    this.resources.delete(uri);
  }

  private firstAnswer(uri: string, resource: Resource): Promise<void> {
    let late = false;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        late = true;
        resource.known ??= this.sent;
        resolve();
      }, patience);
      void this.ask(uri, resource).then((changed) => {
        clearTimeout(timer);
        if (late && changed) this.changed(changed);
        resolve();
      });
    });
  }

  /** Asks the client. @returns in what the answer differs from what was known */
  private async ask(uri: string, resource: Resource): Promise<Change | undefined> {
    const question = ++resource.asked;
    const json: unknown = await this.connection.workspace
      .getConfiguration({ scopeUri: uri, section })
      .catch(() => undefined);
    if (question < resource.answered) return undefined;
    resource.answered = question;
    const before = resource.known ?? this.sent;
    resource.known = json === null || json === undefined ? this.sent : known(json);
    return changeOf(before, resource.known);
  }

  private async refresh(sent: unknown): Promise<void> {
    const before = this.sent;
    if (sent !== undefined) this.sent = known(sent);
    const answers = this.pull
      ? await Promise.all([...this.resources].map(([uri, resource]) => this.ask(uri, resource)))
      : [changeOf(before, this.sent)];
    const change = answers.includes('judging') ? 'judging' : answers.find((what) => what !== undefined);
    if (change) this.changed(change);
  }
}
