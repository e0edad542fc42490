/** The same key twice in one place. */

import type { Fix, FormatRule } from '../diagnostics/rule.ts';
import { addToList, itemTextAt } from '../edits/yamlEdit.ts';
import { findings } from '../fixes/repairs.ts';
import { quoted } from '../i18n/phrases.ts';
import type { Reading } from '../model/reading.ts';
import type { ParseError } from '../syntax/parseError.ts';
import { type At, follow, isList, isMap, itemsOf, lastPair, type PairAt, spanOf, spotAt } from '../syntax/tree.ts';
import type { Edit } from '../text/edit.ts';
import { column, lineBreak, lineEnd, lineStart, trimmedEnd } from '../text/lines.ts';

/** The whole lines of a pair, if nothing else and no note stands on them. */
function lines(plan: Reading, pair: PairAt, holder: At): Edit | undefined {
  const { text } = plan;
  const { span } = pair;
  if (isMap(holder) && holder.node.flow) {
    // In braces: with the comma after it, or the one before.
    const behind = /^\s*,[ \t]*/.exec(text.slice(span.end))?.[0].length ?? 0;
    const before = behind ? 0 : (/,\s*$/.exec(text.slice(holder.start, span.start))?.[0].length ?? 0);
    return { span: { start: span.start - before, end: span.end + behind }, text: '' };
  }
  const start = lineStart(text, span.start);
  const last = lineEnd(text, Math.max(span.end, span.start + 1));
  if (text.slice(start, span.start).trim() !== '' || text.slice(span.end, last).trim() !== '') return undefined;
  if (/(?:^|\s)#/.test(text.slice(start, last))) return undefined;
  const end = Math.min(last + (last < text.length ? lineBreak(text).length : 0), text.length);
  return { span: { start, end }, text: '' };
}

/** The edits that put the lines below the second of two keys below what stands under the first, with their notes. */
function linesMoved({ text }: Reading, first: PairAt, second: PairAt): Edit[] | undefined {
  const key = lineStart(text, second.span.start);
  const head = lineEnd(text, second.key.end);
  const last = lineEnd(text, second.span.end);
  if (text.slice(key, second.key.start).trim() !== '' || !/^[ \t]*:[ \t]*$/.test(text.slice(second.key.end, head)))
    return undefined;
  const by = column(text, first.value.start) - column(text, second.value.start);
  const moved = text
    .slice(text.indexOf('\n', head) + 1, last)
    .split(/\r?\n/)
    .map((line) => (line.trim() === '' ? '' : ' '.repeat(Math.max(0, line.search(/\S/) + by)) + line.trimStart()));
  const at = lineEnd(text, trimmedEnd(text, spanOf(first.value)));
  const nl = lineBreak(text);
  const end = Math.min(last + (last < text.length ? nl.length : 0), text.length);
  return [
    { span: { start: at, end: at }, text: nl + moved.join(nl) },
    { span: { start: key, end }, text: '' },
  ];
}

/** The edits that put what stands under the second of two keys under the first; undefined where both say something of the same. */
function merged(plan: Reading, map: At, first: PairAt, second: PairAt): Edit[] | undefined {
  const [to, from] = [first.value, second.value];
  const flow = (isMap(to) || isList(to)) && (isMap(from) || isList(from)) && (to.node.flow || from.node.flow);
  if (isList(to) && isList(from) && to.node.items.length && from.node.items.length) {
    if (!flow) return linesMoved(plan, first, second);
    const removal = lines(plan, second, map);
    const items = itemsOf(from).map((item) => itemTextAt(plan, from, item));
    const added = isMap(map) && removal ? addToList(plan, map, first.name, items) : undefined;
    return added && removal && [...added, removal];
  }
  if (flow || !isMap(to) || !isMap(from) || to.node.pairs.length === 0 || from.node.pairs.length === 0)
    return undefined;
  const names = new Set(to.node.pairs.map(({ name }) => name));
  return from.node.pairs.some(({ name }) => names.has(name)) ? undefined : linesMoved(plan, first, second);
}

const moveItems = { en: 'Move its items to the first one', 'zh-CN': '把这里的各项移到第一个下面' };
const moveKeys = { en: 'Move its keys to the first one', 'zh-CN': '把这里的字段移到第一个下面' };

/** Keeping the one or the other: what is removed is shown in the title. */
function removals(plan: Reading, error: ParseError): Fix[] {
  const spot = spotAt(plan.root, error.start);
  const map = spot && follow(plan.root, spot.path.slice(0, -1));
  const [first, second] = [error.first?.start ?? error.start, error.start].map((start) => {
    const pair = lastPair(map, start);
    return pair?.name === error.word && pair?.key.start === start ? pair : undefined;
  });
  if (!first || !second || first.key.start === second.key.start) return [];
  const shown = (pair: PairAt) => {
    const source = plan.text.slice(pair.value.start, pair.value.start + pair.value.node.length);
    return quoted(/[\r\n]/.test(source) || source.length > 40 ? `${source.split(/\r?\n/)[0]?.slice(0, 40)} …` : source);
  };
  const together = map && merged(plan, map, first, second);
  const title = { text: isList(first.value) ? moveItems : moveKeys };
  const merge: Fix[] = together ? [{ title, edits: together, preferred: true }] : [];
  const removing = [first, second].flatMap((kept): Fix[] => {
    const edit = map && lines(plan, kept === first ? second : first, map);
    const title = { text: { en: 'Keep only {value}', 'zh-CN': '只保留 {value}' }, data: { value: shown(kept) } };
    return edit ? [{ title, edits: [edit] }] : [];
  });
  return [...merge, ...removing];
}

export const rule: FormatRule = {
  code: 'repeated-key',
  severity: 'error',
  structural: true,
  summary: { en: 'The same key stands twice in one place.', 'zh-CN': '同一处出现了两个相同的字段。' },
  doc: {
    why: {
      en: 'Only one of the two can count. Other programs take the last one, people read the first: one of the values would be lost without a word.',
      'zh-CN': '两个字段只能有一个生效。其他程序取最后一个，人读的是第一个：其中一个值会不声不响地丢失。',
    },
    fix: {
      en: 'Delete one of them, or move what stands under the second to the first.',
      'zh-CN': '删去其中一个，或把第二个下面的内容移到第一个下面。',
    },
  },
  *check(plan) {
    yield* findings(plan, ['missing-dash'], (error) => ({
      text: {
        en: '{key} begins another item here, but the hyphen in front of it is missing.',
        'zh-CN': '{key} 从这里开始新的一项，但前面缺少短横线。',
      },
      data: { key: quoted(error.word ?? '') },
      fix: { text: { en: 'Begin an item here', 'zh-CN': '从这里开始新的一项' } },
    }));
    for (const error of plan.errors) {
      if (error.kind !== 'repeated-key') continue;
      yield {
        span: error,
        text: {
          en: '{key} stands here for the second time; only the first one counts.',
          'zh-CN': '{key} 在这里重复出现，只有第一个生效。',
        },
        data: { key: quoted(error.word ?? '') },
        fixes: () => removals(plan, error),
        ...(error.first && {
          related: [{ span: error.first, message: { text: { en: 'The first one.', 'zh-CN': '第一个在这里。' } } }],
        }),
      };
    }
  },
};
