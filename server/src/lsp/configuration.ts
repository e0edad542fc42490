/** Settings (the section `levers`) of each resource: requested from the client once, and again when it says that they have changed. */
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  Emitter,
} from 'vscode-languageserver';
import { ruleSettings } from '../core/diagnostics/ruleSettings.ts';
import type { RuleSettings } from '../core/diagnostics/settings.ts';
import { catalogNames } from '../core/model/catalogFile.ts';
import { namedFile } from '../core/model/teamPlaces.ts';
import { type LensKind, lensKinds } from '../features/codeLens.ts';
import { type HintKind, hintKinds } from '../features/inlayHints.ts';
import type { Settings } from '../protocol.ts';

/** The settings that hold for one document. */
export interface ResourceSettings {
  readonly rules: RuleSettings;
  /** `levers.catalogs`: further catalogs of the team, as plain paths below the workspace folder. */
  readonly catalogs: readonly string[];
  /** `levers.workspaceProblems`: diagnostics of files that are not open are reported too. */
  readonly workspaceProblems: boolean;
  /** `levers.codeLens`: which lenses are shown. */
  readonly codeLens: Readonly<Record<LensKind, boolean>>;
  /** `levers.inlayHints`: which hints are shown. */
  readonly inlayHints: Readonly<Record<HintKind, boolean>>;
}

/** How long (milliseconds) a first answer of the client is waited for. */
const answerTimeout = 1500;

const section = 'levers';

interface Known {
  /** Fingerprints (JSON) of the settings that findings depend on, and of those that only switch lenses and hints. */
  readonly judging: string;
  readonly showing: string;
  readonly settings: ResourceSettings;
}

/** Which settings have changed: those that findings depend on (and so all that is shown), or only lenses and hints. */
export type SettingsChange = 'judging' | 'showing';

/** All kinds are switched on, except those set to `false`. */
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
      catalogs: Array.isArray(catalogs)
        ? [...new Set(catalogs.flatMap((path) => namedFile(path, catalogNames) ?? []))]
        : [],
      workspaceProblems: workspaceProblems !== false,
      codeLens: switches(lensKinds, codeLens),
      inlayHints: switches(hintKinds, inlayHints),
    },
  };
}

function changeOf(before: Known, after: Known): SettingsChange | undefined {
  if (before.judging !== after.judging) return 'judging';
  return before.showing === after.showing ? undefined : 'showing';
}

/** The section `levers` of settings as a client sends them; undefined if they have none. */
function sectionOf(settings: unknown): unknown {
  return settings !== null && typeof settings === 'object' ? (settings as Record<string, unknown>)[section] : undefined;
}

/** An open document or a workspace folder. */
interface Resource {
  known?: Known;
  /** Number of the last request to the client, and of the last one that it has answered. */
  requested: number;
  answered: number;
  /** Resolves with the first answer, or after the timeout. */
  first?: Promise<void>;
}

export class Configuration {
  private readonly resources = new Map<string, Resource>();
  private readonly pull: boolean;
  private readonly watches: boolean;
  /** Settings where the client cannot be asked, or gives none. */
  private sent: Known;
  private readonly changed = new Emitter<SettingsChange>();
  /** Fires when the settings of some resource have changed. */
  readonly onDidChange = this.changed.event;

  /** `initial`: settings from `initializationOptions`. */
  constructor(
    private readonly connection: Connection,
    capabilities: ClientCapabilities,
    initial: unknown,
  ) {
    this.pull = capabilities.workspace?.configuration === true;
    this.sent = known(sectionOf(initial));
    this.watches = capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
    connection.onDidChangeConfiguration(({ settings }) => void this.refresh(sectionOf(settings)));
  }

  /** Subscribes to changes of settings; to be called when the client is ready for requests. */
  watch(): void {
    if (!this.watches) return;
    void this.connection.client.register(DidChangeConfigurationNotification.type, { section }).catch(() => undefined);
  }

  /** The settings of a resource as far as they are known. */
  now(uri: string): ResourceSettings {
    return (this.resources.get(uri)?.known ?? this.sent).settings;
  }

  /** Resolves when the settings of a resource are known, or after a timeout; undefined if they are known. */
  pending(uri: string): Promise<void> | undefined {
    if (!this.pull) return undefined;
    const resource = this.resources.get(uri) ?? { requested: 0, answered: 0 };
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
      }, answerTimeout);
      void this.request(uri, resource).then((changed) => {
        clearTimeout(timer);
        if (late && changed) this.changed.fire(changed);
        resolve();
      });
    });
  }

  /** Requests settings from the client. @returns how they differ from those that were known */
  private async request(uri: string, resource: Resource): Promise<SettingsChange | undefined> {
    const request = ++resource.requested;
    const json: unknown = await this.connection.workspace
      .getConfiguration({ scopeUri: uri, section })
      .catch(() => undefined);
    if (request < resource.answered) return undefined;
    resource.answered = request;
    const before = resource.known ?? this.sent;
    resource.known = json === null || json === undefined ? this.sent : known(json);
    return changeOf(before, resource.known);
  }

  private async refresh(sent: unknown): Promise<void> {
    const before = this.sent;
    if (sent !== undefined) this.sent = known(sent);
    const answers = this.pull
      ? await Promise.all([...this.resources].map(([uri, resource]) => this.request(uri, resource)))
      : [changeOf(before, this.sent)];
    const change = answers.includes('judging') ? 'judging' : answers.find((what) => what !== undefined);
    if (change) this.changed.fire(change);
  }
}
