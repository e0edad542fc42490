/** Open documents whose editor took their file for UTF-8 although it is not: characters are lost in their texts. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Opened } from '../../core/model/catalogFile.ts';
import { folderOf } from '../address.ts';
import type { Files } from '../workspace/files.ts';

type NoText = Exclude<Opened, { text: string }>;

export class LostTexts {
  /** What the disk says of the file of a document, in whose text characters are lost. */
  private readonly found = new Map<string, NoText>();
  private readonly reads = new Map<string, Promise<void>>();

  constructor(
    private readonly files: Files,
    /** What is known of a document has changed. */
    private readonly changed: (uri: string) => void,
  ) {}

  /** A document was opened or changed, or its file has: where characters are lost, the file says why. @returns whether it is asked */
  look(document: TextDocument): boolean {
    const { uri } = document;
    if (!isLost(document)) {
      this.closed(uri);
      return false;
    }
    const read = this.files.read(uri, folderOf(uri)).then((opened) => {
      if (this.reads.get(uri) !== read) return;
      this.reads.delete(uri);
      const known = this.found.get(uri);
      const found = 'reason' in opened && opened.reason === 'encoding' ? opened : undefined;
      if (found) this.found.set(uri, found);
      else this.found.delete(uri);
      // What was read of the document is kept for the next keystroke.
      if (known?.encoding !== found?.encoding || !known !== !found) this.changed(uri);
    });
    this.reads.set(uri, read);
    return true;
  }

  closed(uri: string): void {
    this.found.delete(uri);
    this.reads.delete(uri);
  }

  /** Resolves when it is known why characters are lost in a document; undefined if it is. */
  ready(uri: string): Promise<void> | undefined {
    return this.reads.get(uri);
  }

  /** Why nothing can be said of the text of a document; undefined if something can. */
  of(document: TextDocument): NoText | undefined {
    const found = this.found.get(document.uri);
    return found && isLost(document) ? found : undefined;
  }
}

function isLost(document: TextDocument): boolean {
  return document.getText().includes('\uFFFD');
}
