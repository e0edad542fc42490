/** Probe. */

import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { coverage } from '../server/src/core/coverage.ts';
import { occurrences } from '../server/src/core/occurrences.ts';
import { parse } from '../server/src/core/parse.ts';
import { documentSymbols } from '../server/src/features/documentSymbols.ts';
import { view } from './kit/view.ts';

const text = readFileSync('/tmp/navbench/plan.yaml', 'utf8');
let plan = parse(text);
const t = (name: string, f: () => unknown) => {
  const s = performance.now();
  f();
  const e = performance.now();
  console.log(name, (e - s).toFixed(2));
};
t('cold', () => occurrences(plan));
console.log(occurrences(plan).length);
let cur = text;
const at = text.indexOf('owner: ', 300000) + 8;
for (let i = 0; i < 12; i++) {
  cur = cur.slice(0, at) + 'x' + cur.slice(at);
  plan = parse(cur, plan);
  t('edit', () => occurrences(plan));
}

for (let i = 0; i < 14; i++) {
  cur = i % 2 ? cur.slice(0, at) + 'x' + cur.slice(at) : cur.replace('purpose:', '\npurpose:');
  plan = parse(cur, plan);
  const document = TextDocument.create('file:///x', 'levers-plan', i, cur);
  document.positionAt(5);
  coverage(plan, view.catalog);
  t(i % 2 ? 'symbols' : 'symbols moved', () => documentSymbols({ document, reading: plan }, view));
}
