/** Open documents: their texts, what each says at its version, and the settings and catalogs that hold for them. */
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CatalogFile, isCatalogPath } from '../../core/model/catalogFile.ts';
import { ConfigFile, isConfigPath } from '../../core/model/configFile.ts';
import {
  parse,
  parseCatalog,
  parseConfig,
  type TeamReading,
  unreadCatalog,
  unreadConfig,
  unreadPlan,
} from '../../core/model/parse.ts';
import { Plan } from '../../core/model/plan.ts';
import type { Reading } from '../../core/model/reading.ts';
import type { Lined, Subject } from '../../features/view.ts';
import { catalogLanguage, configLanguage, planLanguage } from '../../protocol.ts';
import { ByAddress } from '../address.ts';
import type { Configuration } from '../configuration.ts';
import { Catalogs } from '../workspace/catalogs.ts';
import type { Files } from '../workspace/files.ts';
import { LostTexts } from './lostTexts.ts';

/** Schemes of documents that are written now, whether a workspace folder holds them or not. */
const current = /^(?:file|untitled|inmemory|memfs|vscode-vfs|vscode-remote|vscode-test-web|vscode-userdata):/;

/** In which of our languages a document is written; where its language mode does not say, its name does. */
function languageOf({ languageId, uri }: Pick<Lined, 'languageId' | 'uri'>): string {
  if ([planLanguage, catalogLanguage, configLanguage].includes(languageId)) return languageId;
  if (isConfigPath(uri)) return configLanguage;
  return isCatalogPath(uri) ? catalogLanguage : planLanguage;
}

/** Whether a document is a file of a team, a catalog or a configuration. */
export function isTeamDocument(document: Pick<Lined, 'languageId' | 'uri'>): boolean {
  return languageOf(document) !== planLanguage;
}

export class OpenDocuments {
  readonly texts = new TextDocuments(TextDocument);
  readonly catalogs: Catalogs;
  /** Documents whose file is in another encoding than their editor has taken it for. */
  readonly lost: LostTexts;
  private readonly readings = new Map<string, { text: string; reading: Reading }>();
  /** The URI of each open document as the client escapes it. */
  private readonly spelling = new ByAddress<string>();

  constructor(
    files: Files,
    readonly configuration: Configuration,
    folders: readonly string[],
  ) {
    this.catalogs = new Catalogs(files, {
      open: (uri) => this.teamFile(uri),
      named: (uri) => configuration.now(uri).catalogs,
    });
    this.catalogs.folders = folders;
    this.lost = new LostTexts(files, (uri) => this.readings.delete(uri));
    this.texts.onDidOpen(({ document: { uri } }) => this.spelling.set(uri, uri));
    this.texts.onDidChangeContent(({ document }) => this.lost.look(document));
    this.texts.onDidClose(({ document: { uri } }) => {
      this.spelling.delete(uri);
      this.readings.delete(uri);
      this.lost.closed(uri);
      this.forget(uri);
    });
  }

  /** URIs of the workspace folders, without a slash at the end. */
  get folders(): readonly string[] {
    return this.catalogs.folders;
  }

  /** The open document with this URI, however it is escaped. */
  get(uri: string): TextDocument | undefined {
    return this.texts.get(uri) ?? this.texts.get(this.spelling.get(uri) ?? uri);
  }

  /**
   * Whether a document can be put right by whoever sees it. The old side of a diff (`git:`, `review:`, the local history)
   * cannot: it is explained and drawn, and its problems are not told.
   */
  isCurrent(uri: string): boolean {
    const scheme = (address: string) => address.slice(0, address.indexOf(':') + 1);
    return current.test(uri) || this.folders.some((folder) => scheme(folder) === scheme(uri));
  }

  /** Drops the settings and catalogs of a document. */
  forget(uri: string): void {
    this.configuration.forget(uri);
    this.catalogs.forget(uri);
  }

  /** A document and what it says; undefined if it is not open. */
  subject(uri: string): Subject | undefined {
    const document = this.get(uri);
    if (!document) return undefined;
    const known = this.readings.get(document.uri);
    const text = document.getText();
    // The same version may have another text: when it is opened again, say.
    if (known?.text === text) return { document, reading: known.reading };
    const reading = unread(document, this.lost) ?? read(document, known?.reading);
    this.readings.set(document.uri, { text, reading });
    return { document, reading };
  }

  /** What an open catalog or configuration says; undefined if there is none with this URI. */
  teamFile(uri: string): TeamReading | undefined {
    const reading = this.subject(uri)?.reading;
    return reading instanceof CatalogFile || reading instanceof ConfigFile ? reading : undefined;
  }

  /** Resolves when the settings and catalogs of a document are known; undefined if they are. */
  ready(uri: string): Promise<void> | undefined {
    const lost = this.lost.ready(uri);
    if (lost) return lost.then(() => this.ready(uri));
    const settings = this.configuration.pending(uri);
    if (!settings) return this.catalogs.ready(uri);
    return settings.then(() => {
      this.catalogs.renew(uri);
      return this.catalogs.ready(uri);
    });
  }
}

function unread(document: TextDocument, lost: LostTexts): Reading | undefined {
  const found = lost.of(document);
  if (!found) return undefined;
  const make = { [catalogLanguage]: unreadCatalog, [configLanguage]: unreadConfig }[languageOf(document)] ?? unreadPlan;
  return make(document.getText(), found.reason, found.encoding);
}

function read(document: TextDocument, previous: Reading | undefined): Reading {
  const text = document.getText();
  switch (languageOf(document)) {
    case catalogLanguage:
      return parseCatalog(text, previous instanceof CatalogFile ? previous : undefined);
    case configLanguage:
      return parseConfig(text, previous instanceof ConfigFile ? previous : undefined);
    default:
      return parse(text, previous instanceof Plan ? previous : undefined);
  }
}
