/** How much a group can do for the change, or against it. */
import type { ChangeKind } from '../change.ts';
import { ofSingle } from '../row.ts';
import { isRated, stepOf } from '../words.ts';

const [set, gone] = [
  { en: 'The influence of “{thing}” is now rated: {to}', 'zh-CN': '“{thing}”的影响力现已评定：{to}' },
  {
    en: 'The influence of “{thing}” is not rated any more (it was {from})',
    'zh-CN': '“{thing}”的影响力不再评定（原为{from}）',
  },
];
const words = {
  more: {
    set,
    gone,
    changed: {
      en: '“{thing}” have more influence: {to} instead of {from}',
      'zh-CN': '“{thing}”的影响力增大：由{from}改为{to}',
    },
  },
  less: {
    set,
    gone,
    changed: {
      en: '“{thing}” have less influence: {to} instead of {from}',
      'zh-CN': '“{thing}”的影响力减小：由{from}改为{to}',
    },
  },
};

export const kind: ChangeKind = {
  id: 'influence-changed',
  level: 'note',
  summary: { en: 'A group has more or less influence.', 'zh-CN': '某个群体的影响力增大或减小。' },
  why: {
    en: 'Whoever has influence has to be won early; who was left out may now have it.',
    'zh-CN': '有影响力的人要及早争取；先前没有顾及的人，现在可能有了影响力。',
  },
  *find(comparison) {
    for (const influence of comparison.take('stakeholder', 'influence', isRated))
      yield ofSingle(influence, stepOf(influence) < 0 ? words.less : words.more, comparison);
  },
};
