/** Texts that say in other words what they said: all of them in one sentence. */
import { spanOf } from '../../syntax/tree.ts';
import type { ChangeKind } from '../change.ts';
import { type Difference, isFreeText } from '../difference.ts';
import { aboutOf, keyText, subjectOf } from '../words.ts';

function isReworded({ shape, from, to }: Difference): boolean {
  return isFreeText(shape) && typeof from === 'string' && typeof to === 'string';
}

export const kind: ChangeKind = {
  id: 'text-reworded',
  level: 'quiet',
  summary: { en: 'Texts are worded otherwise.', 'zh-CN': '文字有改动。' },
  why: {
    en: 'You may want to read them again; nothing that the plan counts on has changed with them.',
    'zh-CN': '可以再读一遍；计划所依据的内容没有因此改变。',
  },
  *find(comparison) {
    const found = comparison.open(isReworded);
    comparison.tell(...found);
    const [first] = found;
    if (!first) return;
    yield {
      text: { en: 'Reworded: {texts}', 'zh-CN': '文字改动：{texts}' },
      data: {
        texts: found.map((one) => ({
          text: { en: '{subject}{key}', 'zh-CN': '{subject}{key}' },
          data: { subject: subjectOf(one.thing, comparison), key: keyText(one) },
        })),
      },
      about: found.flatMap(({ thing, key }) => [...aboutOf(thing), key]),
      before: first.before && spanOf(first.before),
      after: first.after && spanOf(first.after),
    };
  },
};
