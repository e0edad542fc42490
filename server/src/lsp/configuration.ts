/** What the reader has set, for each resource: asked for once, and again when the settings change. */
import type { Connection } from 'vscode-languageserver';
import { namedCatalog } from '../core/catalogPlaces.ts';

/** The settings that hold for a resource. */
export interface ResourceSettings {
  /** `levers.catalogs`: further catalogs of the team, as plain paths below the workspace folder. */
  readonly catalogs: readonly string[];
}

/** What one section of the settings looks like as JSON; it may be anything. */
type Json = Readonly<Record<string, unknown>> | null;

function settingsFrom(json: Json): ResourceSettings {
  const paths = Array.isArray(json?.catalogs) ? json.catalogs : [];
  return { catalogs: [...new Set(paths.flatMap((path) => namedCatalog(path) ?? []))] };
}

const defaults = settingsFrom(null);

export class Configuration {
  /** The client answers `workspace/configuration`. */
  supported = false;
  private readonly known = new Map<string, ResourceSettings>();
  private asked = new Map<string, Promise<void>>();

  constructor(private readonly connection: Connection) {}

  /** The settings of a resource, as far as they are known. */
  of(uri: string): ResourceSettings {
    return this.known.get(uri) ?? defaults;
  }

  /** Resolves when the settings of a resource are known; undefined where they are. */
  ready(uri: string): Promise<void> | undefined {
    if (!this.supported || this.known.has(uri)) return undefined;
    const asked = this.asked.get(uri) ?? this.ask(uri, this.asked);
    this.asked.set(uri, asked);
    return asked;
  }

  private async ask(uri: string, round: Map<string, Promise<void>>): Promise<void> {
    const section = { scopeUri: uri, section: 'levers' };
    const json: Json = await this.connection.workspace.getConfiguration(section).catch(() => null);
    // Changed meanwhile: the answer is that of yesterday.
    if (round !== this.asked) return this.ready(uri);
    this.known.set(uri, settingsFrom(json));
    this.asked.delete(uri);
  }

  /** Something was set: all is asked for again. */
  changed(): void {
    this.known.clear();
    this.asked = new Map();
  }

  forget(uri: string): void {
    this.known.delete(uri);
  }
}
