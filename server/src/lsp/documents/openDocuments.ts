/** The open documents, what each says at its version, and the catalogs that hold for them: all that the server remembers. */
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CatalogFile, isCatalogPath } from '../../core/model/catalogFile.ts';
import { parse, parseCatalog } from '../../core/model/parse.ts';
import { Plan } from '../../core/model/plan.ts';
import type { Reading } from '../../core/model/reading.ts';
import type { Lined, Subject } from '../../features/view.ts';
import { catalogLanguage, planLanguage } from '../../protocol.ts';
import { ByAddress } from '../address.ts';
import type { Configuration } from '../configuration.ts';
import { Catalogs, type Files } from '../workspace/catalogs.ts';

/** Whether a document is a catalog of a team; where its language mode does not say, its name does. */
export function isCatalogDocument({ languageId, uri }: Pick<Lined, 'languageId' | 'uri'>): boolean {
  return languageId === catalogLanguage || (languageId !== planLanguage && isCatalogPath(uri));
}

export class Workspace {
  readonly documents = new TextDocuments(TextDocument);
  /** What the reader has set; known once the client has introduced itself. */
  configuration: Configuration | undefined;
  readonly catalogs: Catalogs;
  private readonly readings = new Map<string, { version: number; reading: Reading }>();
  /** How the client escapes the addresses of the open documents. */
  private readonly spelling = new ByAddress<string>();

  constructor(files: Files) {
    this.catalogs = new Catalogs(files, {
      open: (uri) => {
        const reading = this.subject(uri)?.reading;
        return reading instanceof CatalogFile ? reading : undefined;
      },
      named: (uri) => this.configuration?.now(uri).catalogs ?? [],
    });
    this.documents.onDidOpen(({ document: { uri } }) => this.spelling.set(uri, uri));
    this.documents.onDidClose(({ document: { uri } }) => {
      this.spelling.delete(uri);
      this.readings.delete(uri);
      this.forget(uri);
    });
  }

  /** The open document with an address, however that is escaped. */
  document(uri: string): TextDocument | undefined {
    return this.documents.get(uri) ?? this.documents.get(this.spelling.get(uri) ?? uri);
  }

  /** What holds for a document is of no interest any more. */
  forget(uri: string): void {
    this.configuration?.forget(uri);
    this.catalogs.forget(uri);
  }

  /** An open document and what it says; undefined for one that is not open. */
  subject(uri: string): Subject | undefined {
    const document = this.document(uri);
    if (!document) return undefined;
    const known = this.readings.get(document.uri);
    if (known?.version === document.version) return { document, reading: known.reading };
    const reading = read(document, known?.reading);
    this.readings.set(document.uri, { version: document.version, reading });
    return { document, reading };
  }

  /** Resolves when all that holds for a document is known: its settings, its catalogs. Undefined where it is. */
  ready(uri: string): Promise<void> | undefined {
    const settings = this.configuration?.pending(uri);
    if (!settings) return this.catalogs.ready(uri);
    return settings.then(() => {
      this.catalogs.renew(uri);
      return this.catalogs.ready(uri);
    });
  }
}

function read(document: TextDocument, previous: Reading | undefined): Reading {
  const text = document.getText();
  return isCatalogDocument(document)
    ? parseCatalog(text, previous instanceof CatalogFile ? previous : undefined)
    : parse(text, previous instanceof Plan ? previous : undefined);
}
