/** The command line as a program. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { globSync } from 'tinyglobby';
import { version } from '../../../package.json';
import { catalogPlaces } from '../core/catalogPlaces.ts';
import { readWithin } from '../readWithin.ts';
import { localDay } from '../today.ts';
import { run } from './run.ts';

/** What the files of plans and of catalogs are called. */
const ours = ['**/*.levers.{yaml,yml}', '**/levers.catalog.{yaml,yml}'];

/** The plans and catalogs that a path or glob names, in the order of their names. */
function find(pattern: string): string[] {
  const stat = statSync(pattern, { throwIfNoEntry: false });
  if (stat && !stat.isDirectory()) return [pattern];
  const ignore = ['**/node_modules/**'];
  const folder = pattern.replace(/[\\/]+$/, '');
  const found = stat
    ? globSync(ours, { cwd: pattern, ignore }).map((path) => (folder === '.' ? path : `${folder}/${path}`))
    : globSync(pattern.replaceAll('\\', '/'), { ignore });
  return found.sort();
}

function slashed(path: string): string {
  return path.replaceAll(sep, '/');
}

/** A path as it is shown: from the working directory, if it is in there. */
function shown(path: string): string {
  return slashed(inside(path) ? relative('.', path) : resolve(path));
}

/** In the working directory or below. */
function inside(path: string): boolean {
  const way = relative('.', path);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
process.exitCode = run(process.argv.slice(2), {
  version,
  today: localDay(),
  language: LC_ALL || LC_MESSAGES || LANG,
  find,
  read: (path) => readFileSync(path, 'utf8'),
  write: (path, text) => writeFileSync(path, text),
  catalogPlaces: (path) => catalogPlaces(slashed(resolve(path)), slashed(resolve('.')).replace(/\/$/, '')).map(shown),
  shown,
  openCatalog: (path) => readWithin(path, inside(path) ? '.' : dirname(path)),
  stdin: () => readFileSync(0, 'utf8'),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
