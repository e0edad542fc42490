/** Checks files that are not open, as the disk has them, with the saved files of their teams and the settings of their workspace folder. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { settingsFor } from '../../core/diagnostics/resolveConfig.ts';
import type { Opened } from '../../core/model/catalogFile.ts';
import { isTeamPath, parse, unreadPlan } from '../../core/model/parse.ts';
import type { Plan } from '../../core/model/plan.ts';
import type { Unread } from '../../core/syntax/parseError.ts';
import { diagnostics } from '../../features/diagnostics.ts';
import { type OverviewParts, overview } from '../../features/pictures/overview.ts';
import { isPlan } from '../../features/view.ts';
import { catalogLanguage, planLanguage } from '../../protocol.ts';
import { folderOf, innermost, planBeside } from '../address.ts';
import type { ClientProfile } from '../clientProfile.ts';
import type { ResourceSettings } from '../configuration.ts';
import { Catalogs } from './catalogs.ts';
import type { Files } from './files.ts';

/** What all files of a scan are checked with; can be cloned to another thread. */
export interface CheckJob {
  readonly profile: ClientProfile;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Whether overviews of plans are made too. */
  readonly overviews: boolean;
  /** Settings by the URI of the workspace folder. */
  readonly folders: ReadonlyMap<string, ResourceSettings>;
}

/** The parts of an overview, each as JSON, which takes a tenth of the memory of the objects. */
export type OverviewJson = Readonly<Record<keyof OverviewParts, string>>;

/** The result for one file; can be cloned to another thread. */
export interface CheckedFile {
  /** Its diagnostics as JSON; absent where its folder does not want them. */
  readonly diagnostics?: string;
  /** Of a plan, if the job includes overviews. */
  readonly overview?: OverviewJson;
}

export function overviewJson({ plan, strategies, places, groups }: OverviewParts): OverviewJson {
  return {
    plan: JSON.stringify(plan),
    strategies: JSON.stringify(strategies),
    places: JSON.stringify(places),
    groups: JSON.stringify(groups),
  };
}

/** Reasons for which there is no text in a file, although there is a file that someone takes for a plan. */
const told: ReadonlySet<Unread> = new Set<Unread>(['encoding', 'binary', 'too-long']);

function planIn(opened: Opened): Plan {
  return 'text' in opened ? parse(opened.text) : unreadPlan('', opened.reason, opened.encoding);
}

export class FileChecker {
  private readonly catalogs: Catalogs;
  /** The workspace folder around each folder. */
  private readonly tops = new Map<string, string | undefined>();

  constructor(
    private readonly job: CheckJob,
    private readonly files: Files,
  ) {
    this.catalogs = new Catalogs(files, {
      open: () => undefined,
      named: (uri) => this.settings(uri)?.catalogs ?? [],
    });
    this.catalogs.folders = [...job.folders.keys()];
  }

  /** The result for one file; undefined if it cannot be opened or is in no workspace folder. */
  async check(uri: string): Promise<CheckedFile | undefined> {
    const settings = this.settings(uri);
    const top = this.top(uri);
    if (!settings || top === undefined) return undefined;
    const isTeam = isTeamPath(uri);
    const opened = isTeam ? undefined : await this.files.read(uri, top);
    if (opened && 'reason' in opened && !told.has(opened.reason)) return undefined;
    const key = isTeam ? uri : planBeside(uri);
    await this.catalogs.ready(key);
    const { profile, today, overviews } = this.job;
    const catalog = this.catalogs.for(key);
    const config = this.catalogs.config(key);
    const view = { ...profile, today, settings: settingsFor(uri, config, settings.rules), catalog, config };
    // The file of a team has been read by now.
    const reading = opened ? planIn(opened) : this.catalogs.at(uri);
    if (!reading) return undefined;
    const document = TextDocument.create(uri, isTeam ? catalogLanguage : planLanguage, 0, reading.text);
    const subject = { document, reading };
    return {
      ...(settings.workspaceProblems && { diagnostics: JSON.stringify(diagnostics(subject, view)) }),
      ...(overviews && isPlan(subject) && { overview: overviewJson(overview(subject, view)) }),
    };
  }

  private settings(uri: string): ResourceSettings | undefined {
    const top = this.top(uri);
    return top === undefined ? undefined : this.job.folders.get(top);
  }

  private top(uri: string): string | undefined {
    const folder = folderOf(uri);
    if (!this.tops.has(folder)) this.tops.set(folder, innermost([...this.job.folders.keys()], uri));
    return this.tops.get(folder);
  }
}
