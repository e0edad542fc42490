/** The file of a baseline: read, and written anew. */
import { dirname, join } from 'node:path';
import type { Text } from '../core/i18n/message.ts';
import { type Baseline, type Fingerprints, nameIn } from './baseline.ts';
import { CannotRun } from './complaints.ts';
import type { Machine } from './machine.ts';
import { reasonOf } from './plans.ts';

/** The key of the version in the file; another way to make fingerprints must get another number. */
const mark = 'leversBaseline';
const version = 1;

interface BaselineFile {
  readonly [mark]: typeof version;
  readonly files: Readonly<Record<string, Fingerprints>>;
}

const words = {
  unreadable: {
    en: 'The baseline {path} cannot be read ({reason})',
    'zh-CN': '无法读取基线 {path}（{reason}）',
  },
  otherFile: {
    en: '--baseline takes a new file or one that it has written, not {path}',
    'zh-CN': '--baseline 应为新文件，或由它写成的文件，不能是 {path}',
  },
  otherVersion: {
    en: 'The baseline {path} is of another version of levers; --update-baseline writes it anew',
    'zh-CN': '基线 {path} 来自其他版本的 levers；用 --update-baseline 重新写入',
  },
} satisfies Record<string, Text>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBaseline(json: Record<string, unknown>): json is Record<string, unknown> & BaselineFile {
  const { files } = json;
  const areCodes = (value: unknown) =>
    isRecord(value) && Object.values(value).every((code) => typeof code === 'string');
  return json[mark] === version && isRecord(files) && Object.values(files).every(areCodes);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a baseline says of files; undefined where the file is not there. Throws `CannotRun`. */
function filesIn(path: string, updates: boolean, read: (path: string) => string): BaselineFile['files'] | undefined {
  let json: unknown;
  try {
    json = parsed(read(path));
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === 'ENOENT') return undefined;
    throw new CannotRun({ text: words.unreadable, data: { path, reason } });
  }
  if (!isRecord(json) || !Number.isInteger(json[mark])) throw new CannotRun({ text: words.otherFile, data: { path } });
  if (isBaseline(json)) return json.files;
  if (!updates) throw new CannotRun({ text: words.otherVersion, data: { path } });
  return {};
}

/** One baseline in a run. */
export class BaselineStore {
  readonly baseline: Baseline;
  private readonly files: BaselineFile['files'];

  /** Throws `CannotRun`. `updates`: what is found is recorded, although there is a file. */
  constructor(
    private readonly path: string,
    updates: boolean,
    private readonly disk: Pick<Machine, 'read' | 'exists' | 'replace'>,
  ) {
    const files = filesIn(path, updates, (name) => disk.read(name));
    this.files = files ?? {};
    const known = Object.entries(this.files).map(([name, codes]) => [name, Object.keys(codes)]);
    this.baseline = {
      folder: dirname(path),
      known: Object.fromEntries(known),
      records: updates || files === undefined,
    };
  }

  /** Records what was found, by path of the file; of other files stays what is known, unless they are gone. Throws if it cannot be written. */
  record(found: ReadonlyMap<string, Fingerprints>): void {
    const { folder } = this.baseline;
    const all = new Map(Object.entries(this.files).filter(([name]) => this.disk.exists(join(folder, name))));
    for (const [path, codes] of found) all.set(nameIn(folder, path), codes);
    const sorted = <T>(entries: Iterable<[string, T]>, by: (entry: [string, T]) => string) =>
      Object.fromEntries([...entries].sort((a, b) => (by(a) < by(b) ? -1 : 1)));
    const files = [...all]
      .filter(([, codes]) => Object.keys(codes).length > 0)
      .map(([name, codes]): [string, Fingerprints] => [
        name,
        sorted(Object.entries(codes), ([fingerprint, code]) => `${code} ${fingerprint}`),
      ]);
    const content: BaselineFile = { [mark]: version, files: sorted(files, ([name]) => name) };
    this.disk.replace(this.path, `${JSON.stringify(content, null, 2)}\n`);
  }
}
