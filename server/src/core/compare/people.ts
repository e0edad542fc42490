/** People in a comparison: who takes whose place, and where. */
import type { Value } from '../i18n/message.ts';
import { folded, isPlaceholder } from '../model/personName.ts';
import { namesWritten } from '../model/references.ts';
import { nearest } from '../text/spelling.ts';
import type { Comparison } from './comparison.ts';
import type { Difference } from './difference.ts';
import { keyInText } from './words.ts';

/** How a place that names a person has changed: someone else, somebody at last, nobody any more, or the same in other letters. */
export type PersonChange = 'replaced' | 'found' | 'lost' | 'respelt';

/** The name of somebody who can be asked; undefined for a blank, `TBD` and the like. */
function somebody(name: Difference['from']): string | undefined {
  return typeof name === 'string' && !isPlaceholder(name) ? name : undefined;
}

/** Whether two names are one, however they are written. */
export function isSameName({ from, to }: Difference): boolean {
  return folded(String(from ?? '')) === folded(String(to ?? ''));
}

/** In a Chinese name another character is another person: 张伟 and 张薇. */
const isChinese = (name: string) => /\p{Script=Han}/u.test(name);

/** Whether the longer of two names is the other with a remark in brackets: “Ana (Learning)”. */
function isRemark(one: string, other: string): boolean {
  const [short = '', long = ''] = [folded(one), folded(other)].sort((a, b) => a.length - b.length);
  return long.startsWith(short) && /^ ?\(/.test(long.slice(short.length));
}

/** How a person has changed; undefined where nobody is named in either version. */
export function personChange(difference: Difference, { before }: Comparison): PersonChange | undefined {
  const { from, to } = difference;
  const [was, is] = [somebody(from), somebody(to)];
  if (was === undefined) return is === undefined ? undefined : 'found';
  if (is === undefined) return 'lost';
  if (isSameName(difference)) return 'respelt';
  // Who was named beside the other already is somebody else: Anna Holm and Anne Holm.
  const isNear = !isChinese(is) && nearest(was, [is]).length > 0;
  const isOther = !(isNear || isRemark(was, is)) || namesWritten(before.plan, 'people').has(is);
  return isOther ? 'replaced' : 'respelt';
}

/** Places that name a person; those of approvals, decisions and the handover are told with these. */
export function isPerson({ shape, thing, key }: Difference): boolean {
  return shape?.person === true && !['approval', 'decision'].includes(thing.kind) && !key.startsWith('handover.');
}

/** The other places where the same person gives way to the same other one; who asks tells them. */
export function takeAlike(difference: Difference, comparison: Comparison): readonly Difference[] {
  const { from, to, thing } = difference;
  const isRole = (one: Difference) => thing.kind === 'plan' && one.thing === thing;
  const alike = comparison.open((one) => isPerson(one) && one.from === from && one.to === to && !isRole(one));
  comparison.tell(...alike);
  return alike;
}

/** “Owner of “Live demos””: what a person is at a place. */
export function roleText(difference: Difference, comparison: Comparison): Value {
  const { thing } = difference;
  const key = keyInText(difference);
  if (thing.kind === 'plan') return key;
  if (thing.kind === 'sustainment') {
    return { text: { en: '{key} of the work after go-live', 'zh-CN': '上线后工作的{key}' }, data: { key } };
  }
  return {
    text: { en: '{key} of “{thing}”', 'zh-CN': '“{thing}”的{key}' },
    data: { key, thing: comparison.called(thing) },
  };
}
