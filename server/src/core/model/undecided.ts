/** What people and templates write where something is not decided yet. */

import { withoutEnd } from '../text/withoutEnd.ts';

/** Words for "not decided yet", folded. */
const words = new Set([
  'tbd',
  'tba',
  'tbc',
  'tbn',
  't.b.d',
  't.b.a',
  't.b.c',
  'todo',
  'to do',
  'n/a',
  'na',
  'n.a',
  '#n/a',
  'unknown',
  'undecided',
  'undefined',
  'open',
  'pending',
  'later',
  'not yet',
  'not known',
  'not known yet',
  'not decided',
  'not decided yet',
  'to be decided',
  'to be determined',
  'to be defined',
  'to be confirmed',
  'to be announced',
  'to be agreed',
  'to be named',
  'dd.mm.yyyy',
  'dd/mm/yyyy',
  'mm/dd/yyyy',
  'yyyy-mm-dd',
  '待定',
  '未定',
  '待确认',
  '待补充',
  '待落实',
  '待填写',
  '待办',
  '暂无',
  '暂缺',
  '未知',
  '不详',
  '尚未确定',
  '另行通知',
]);

/** Signs alone: `?`, `-`, `—`, `…`, `...`, `___`, `xxx`. */
const signs = /^(?:[?？]+!?|[-–—―－]+|[_＿]+|…+|[.．。·]{2,}|[/／]|x{2,})$/;

/** A gap of a template: `{{ owner }}`, `${owner}`, `{owner}`, `<name>`, `%name%`. */
const gap = /^(?:\{\{[^{}]*\}\}|\$?\{[^{}:,"']*\}|<<?[^<>]*>>?|%[\p{L}\p{N}_ ]+%)$/u;

/** What stands in brackets as a gap: `[your name]`, `[TBD]`. */
const toBeFilled =
  /^(?:your|insert|enter|fill in|请填写|填写|请输入)(?![a-z])|^(?:name|date|number|value|owner|text|姓名|日期|数字)$/;

/** Whether a text says no more than that something is not decided yet, or is a gap of a template that nobody has filled. */
export function isUndecided(text: string): boolean {
  // Nothing that is longer is only that.
  if (text.length === 0 || text.length > 80) return false;
  // Nearly all that is asked about are ids.
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)) return words.has(text) || /^x{2,}$/.test(text);
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (signs.test(plain) || gap.test(plain)) return true;
  const bare = withoutEnd(plain, /[.!?]/);
  if (words.has(bare)) return true;
  const held = /^(?:\[(.*)\]|\((.*)\)|【(.*)】|"(.*)"|'(.*)')$/s
    .exec(plain)
    ?.slice(1)
    .find((part) => part !== undefined);
  const inside = held?.trim();
  return inside !== undefined && inside !== plain && (isUndecided(inside) || toBeFilled.test(inside));
}
