/** Strategies that are cancelled, paused, taken up again, begun or done. */
import type { Text } from '../../i18n/message.ts';
import { idOf } from '../../model/plan.ts';
import { spanOf } from '../../syntax/tree.ts';
import type { ChangeKind } from '../change.ts';
import { lastOf } from '../thing.ts';
import { valueText } from '../words.ts';

const words: Readonly<Record<string, Text>> = {
  cancelled: { en: '“{strategy}” is cancelled (it was: {from})', 'zh-CN': '“{strategy}”已取消（原为：{from}）' },
  paused: { en: '“{strategy}” is paused (it was: {from})', 'zh-CN': '“{strategy}”已暂停（原为：{from}）' },
  done: { en: '“{strategy}” is done', 'zh-CN': '“{strategy}”已完成' },
  'in-progress': { en: '“{strategy}” is in progress', 'zh-CN': '“{strategy}”正在进行' },
  planned: { en: '“{strategy}” is only planned (it was: {from})', 'zh-CN': '“{strategy}”退回计划状态（原为：{from}）' },
};
const again: Text = {
  en: '“{strategy}” is taken up again (it was: {from}): {to}',
  'zh-CN': '“{strategy}”重新启动（原为：{from}）：{to}',
};
const other: Text = { en: '“{strategy}”: {from} → {to}', 'zh-CN': '“{strategy}”：{from} → {to}' };

export const kind: ChangeKind = {
  id: 'strategy-status-changed',
  level: 'note',
  summary: {
    en: 'A strategy is cancelled, paused, taken up again, begun or done.',
    'zh-CN': '某项策略取消、暂停、重启、开始或完成。',
  },
  why: {
    en: 'What is cancelled or paused no longer counts for its lever.',
    'zh-CN': '取消或暂停的策略不再计入所属的 LEVERS。',
  },
  *find(comparison) {
    for (const difference of comparison.take('strategy', 'status')) {
      const { thing, shape, before, after } = difference;
      const usual = String(shape?.default);
      const [from, to] = [String(difference.from ?? usual), String(difference.to ?? usual)];
      const idle = ['cancelled', 'paused'];
      const resumed = idle.includes(from) && !idle.includes(to) && to !== 'done';
      yield {
        text: resumed ? again : (words[to] ?? other),
        data: {
          strategy: comparison.called(thing),
          from: valueText(from, difference, comparison),
          to: valueText(to, difference, comparison),
        },
        about: [idOf(lastOf(thing))?.value, from, to],
        before: before && spanOf(before),
        after: after && spanOf(after),
      };
    }
  },
};
