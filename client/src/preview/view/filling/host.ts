/** What inputs and forms ask of the editor and of the page around them. */
import type { Fields, Picture } from '../../../../../server/src/protocol.ts';
import type { FilledIn } from '../../messages.ts';
import type { Go } from '../part.ts';

/** What the page asks of the editor. */
export interface Asking {
  /** What can be filled in at what has this key; undefined where that is nothing. */
  fields(key: string): Promise<Fields | undefined>;
  /** Writes a value; resolves to why it cannot be, empty where it could. */
  write(filled: FilledIn): Promise<string>;
  /** Takes back the last change of the text, or makes it again. */
  again(command: 'undo' | 'redo'): void;
}

/** What inputs and forms need of the page. */
export interface Host extends Asking {
  readonly go: Go;
  words(): Picture['words'];
  /** Says something that belongs to no input. */
  say(message: string): void;
}
