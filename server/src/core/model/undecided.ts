/** What people and templates write where something is not decided yet. */

import { withoutEnd } from '../text/withoutEnd.ts';

/** Words for "not decided yet", whatever they stand for (docs/domain.md 2.2), folded. */
export const notYet: readonly string[] = [
  ...['tbd', 'tba', 'tbc', 'tbn', 'todo', 'n/a', 'na'],
  ...['to be decided', 'to be confirmed', 'to be named', 'to be defined', 'to be determined', 'to be announced'],
  ...['待定', '待确认', '未定', '暂无', '待补充', '待落实', '另行通知'],
];

/** The same, and words that say so where a date, a number or an id belongs. */
const words = new Set([
  ...notYet,
  ...['t.b.d', 't.b.a', 't.b.c', 'n.a', '#n/a', 'to do', 'unknown', 'undecided', 'undefined', 'open', 'pending'],
  ...['later', 'not yet', 'not known', 'not known yet', 'not decided', 'not decided yet', 'to be agreed'],
  ...['dd.mm.yyyy', 'dd/mm/yyyy', 'mm/dd/yyyy', 'yyyy-mm-dd'],
  ...['待填写', '待办', '暂缺', '未知', '不详', '尚未确定'],
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

/** An English text, or the last part of one, that leaves its point open: `Details to follow`, `… will be decided later`. */
const opensInEnglish =
  /(?:^|[^\p{L}])(?:details?|more|dates?|content|specifics) to follow$|(?:^|[^\p{L}])(?:(?:still|yet) to be (?:decided|defined|determined|agreed|confirmed|clarified)|will be (?:decided|defined|announced|clarified) (?:later|soon))$|(?:^|[,;:(–—-] ?)(?:the )?(?:exact |final )?(?:\p{L}+ )?(?:is |are )?to be (?:decided|defined|determined|agreed|confirmed|clarified)$/u;

/** A whole English text that says no more than that it is being talked about: `Still under discussion with the union`. */
const talksInEnglish =
  /^(?:(?:it|this|that) )?(?:is |are )?(?:(?:still|currently) )?(?:(?:under|in) (?:discussion|review|consideration|clarification|negotiation)|being (?:discussed|clarified|negotiated))(?: (?:with|by|between|in) [^,;:.]{1,60})?$|^(?:to|will) be (?:decided|defined|determined|agreed|discussed|clarified)(?: (?:with|by|in|at|after|before) [^,;:.]{1,60})?$|^(?:not|nothing)(?: yet)? (?:discussed|decided|agreed|defined|planned)(?: yet)?$/u;

/** What ends a Chinese text that leaves its point open: 样式待定, 方案另行通知, 尚未讨论; 标为待确认 and 恢复后另行通知 say what is done. */
const opensInChinese =
  /(?:^|[^为成标是])待(?:定|补充|确认|落实|商定|明确)$|(?:方案|细节|细则|时间|日期|安排|办法|内容|名单)(?:将|再)?(?:另行|随后|稍后)(?:通知|公布|确定|商定)$|^待[与由和]?[^，,。；]{0,12}(?:商定|确定|讨论|决定|确认|明确)$|(?:尚未|还没有?|仍未)(?:讨论|确定|决定|商定|明确)$|(?:^|[，,。；])[^，,。；]{0,8}(?:还|仍|尚|正)在[^，,。；]{0,12}(?:讨论|协商|商议)(?:中)?$/u;

/** A question that somebody will answer is a task: `Ask the board which rule is to be decided`. */
const asks = /(?:^|[^\p{L}])(?:what|which|whether|how|who)(?![\p{L}])/u;

/** Whether a text that should say what is done leaves that open, at its end or as a whole. */
export function leavesOpen(text: string): boolean {
  // What is longer says something, whatever it leaves open.
  if (text.length > 160) return false;
  const plain = withoutEnd(text.normalize('NFKC').trim().toLowerCase(), /[.!?。)\s]/);
  if (opensInChinese.test(plain)) return true;
  return (opensInEnglish.test(plain) && !asks.test(plain)) || talksInEnglish.test(plain);
}
