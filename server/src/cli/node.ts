/** The command line as a program. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { version } from '../../../package.json';
import { localDay } from '../today.ts';
import { run } from './run.ts';

/** What a plan's file is called. */
const plans = '**/*.levers.{yaml,yml}';

/** The plans that a path or glob names, in the order of their names. */
function find(pattern: string): string[] {
  const stat = statSync(pattern, { throwIfNoEntry: false });
  if (stat && !stat.isDirectory()) return [pattern];
  const ignore = ['**/node_modules/**'];
  const folder = pattern.replace(/[\\/]+$/, '');
  const found = stat
    ? globSync(plans, { cwd: pattern, ignore }).map((path) => (folder === '.' ? path : `${folder}/${path}`))
    : globSync(pattern.replaceAll('\\', '/'), { ignore });
  return found.sort();
}

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
process.exitCode = run(process.argv.slice(2), {
  version,
  today: localDay(),
  language: LC_ALL || LC_MESSAGES || LANG,
  find,
  read: (path) => readFileSync(path, 'utf8'),
  write: (path, text) => writeFileSync(path, text),
  stdin: () => readFileSync(0, 'utf8'),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
