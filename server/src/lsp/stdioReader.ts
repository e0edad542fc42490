/**
 * Messages of a stream, one after the other. The reader of the library gives up for ever, without a word, where the body of
 * a message is not as long as its header says; this one goes on at the next header.
 */
import type { Readable } from 'node:stream';
import {
  AbstractMessageReader,
  type DataCallback,
  type Disposable,
  type MessageReader,
} from 'vscode-languageserver/node';

/** Longer messages (bytes) than this are none. */
const longestMessage = 256 * 2 ** 20;

const headerEnd = '\r\n\r\n';

/** The length that the last header in a text gives; behind a body that was longer than announced, the header follows. */
function lengthIn(header: string): number | undefined {
  const [, digits] = [...header.matchAll(/content-length: {0,9}(\d{1,15})(?=\r\n|$)/gi)].at(-1) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

export class StdioReader extends AbstractMessageReader implements MessageReader {
  private chunks: Buffer[] = [];
  private size = 0;
  /** So many bytes are needed to go on. */
  private wanted = 1;
  /** Why nothing can be read any more. */
  reason = 'the stream has ended';
  /** Where the body of the next message begins; undefined while its header is incomplete. */
  private body: number | undefined;

  constructor(private readonly stream: Readable) {
    super();
  }

  /** Errors of single messages are told by `onError`; when nothing can be read any more, `onClose` tells. */
  listen(callback: DataCallback): Disposable {
    const read = (chunk: Buffer) => {
      this.chunks.push(chunk);
      this.size += chunk.length;
      while (this.size >= this.wanted) if (!this.step(callback)) return;
      if (this.size > longestMessage) this.end('no message has an end');
    };
    const close = () => this.fireClose();
    this.stream.on('data', read).once('end', close).once('close', close);
    this.stream.on('error', (error) => this.fireError(error));
    return { dispose: () => this.stream.off('data', read) };
  }

  /** Reads a header or a body. @returns whether there is more to read */
  private step(callback: DataCallback): boolean {
    const all = this.chunks.length === 1 ? (this.chunks[0] as Buffer) : Buffer.concat(this.chunks);
    this.chunks = [all];
    if (this.body === undefined) {
      const end = all.indexOf(headerEnd);
      if (end < 0) {
        this.wanted = this.size + 1;
        return true;
      }
      const length = lengthIn(all.toString('latin1', 0, end));
      if (length === undefined || length > longestMessage) return this.end('a message says no length');
      this.body = end + headerEnd.length;
      this.wanted = this.body + length;
      return true;
    }
    const text = all.toString('utf8', this.body, this.wanted);
    this.chunks = [all.subarray(this.wanted)];
    this.size -= this.wanted;
    this.body = undefined;
    this.wanted = 1;
    try {
      callback(JSON.parse(text));
    } catch (error) {
      this.fireError(error);
    }
    return true;
  }

  /** Nothing can be read any more. */
  private end(reason: string): false {
    this.wanted = Number.POSITIVE_INFINITY;
    this.stream.pause();
    this.reason = reason;
    this.fireClose();
    return false;
  }
}
