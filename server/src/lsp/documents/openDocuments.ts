/** Open documents: their texts, what each says at its version, and the settings and catalogs that hold for them. */
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CatalogFile, isCatalogPath } from '../../core/model/catalogFile.ts';
import { parse, parseCatalog, unreadCatalog, unreadPlan } from '../../core/model/parse.ts';
import { Plan } from '../../core/model/plan.ts';
import type { Reading } from '../../core/model/reading.ts';
import type { Lined, Subject } from '../../features/view.ts';
import { catalogLanguage, planLanguage } from '../../protocol.ts';
import { ByAddress } from '../address.ts';
import type { Configuration } from '../configuration.ts';
import { Catalogs } from '../workspace/catalogs.ts';
import type { Files } from '../workspace/files.ts';
import { LostTexts } from './lostTexts.ts';

/** Schemes of documents that are written now, whether a workspace folder holds them or not. */
const current = /^(?:file|untitled|inmemory|memfs|vscode-vfs|vscode-remote|vscode-test-web|vscode-userdata):/;

/** Whether a document is the catalog of a team; where its language mode does not say, its name does. */
export function isCatalogDocument({ languageId, uri }: Pick<Lined, 'languageId' | 'uri'>): boolean {
  return languageId === catalogLanguage || (languageId !== planLanguage && isCatalogPath(uri));
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
      open: (uri) => this.catalogFile(uri),
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

  /** What an open catalog says; undefined if there is none with this URI. */
  catalogFile(uri: string): CatalogFile | undefined {
    const reading = this.subject(uri)?.reading;
    return reading instanceof CatalogFile ? reading : undefined;
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
  const make = isCatalogDocument(document) ? unreadCatalog : unreadPlan;
  return make(document.getText(), found.reason, found.encoding);
}

function read(document: TextDocument, previous: Reading | undefined): Reading {
  const text = document.getText();
  return isCatalogDocument(document)
    ? parseCatalog(text, previous instanceof CatalogFile ? previous : undefined)
    : parse(text, previous instanceof Plan ? previous : undefined);
}
