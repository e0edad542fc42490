/** Milestones that are go-lives: waves that come, go and move. */
import type { ChangeKind } from '../change.ts';
import { milestoneChange } from '../milestoneChange.ts';
import { ofSingle, type ValueWords } from '../row.ts';
import { lastOf, type Thing } from '../thing.ts';

const words = {
  date: {
    changed: {
      en: 'Go-live “{thing}” moves from {from} to {to}, {shift}',
      'zh-CN': '分批上线“{thing}”由{from}改为{to}，{shift}',
    },
    set: { en: 'Go-live “{thing}” is now planned for {to}', 'zh-CN': '分批上线“{thing}”的日期定为{to}' },
    gone: {
      en: 'Go-live “{thing}” has no day any more (it was {from})',
      'zh-CN': '分批上线“{thing}”不再写明日期（原为{from}）',
    },
  },
  added: { en: 'Go-live added: “{thing}”{on}', 'zh-CN': '新增分批上线：“{thing}”{on}' },
  removed: { en: 'Go-live removed: “{thing}”{on}', 'zh-CN': '删除分批上线：“{thing}”{on}' },
};
const begun = { en: 'Milestone “{thing}” is now a go-live', 'zh-CN': '里程碑“{thing}”现为分批上线' };
const ended: ValueWords = {
  changed: { en: '“{thing}” is no longer a go-live, now: {to}', 'zh-CN': '“{thing}”不再是分批上线，现为：{to}' },
  set: begun,
  gone: { en: '“{thing}” is no longer a go-live', 'zh-CN': '“{thing}”不再是分批上线' },
};

const goLive = 'go-live';
const isWave = (thing: Thing) => lastOf(thing).text('kind') === goLive;

const days = milestoneChange(
  words,
  {
    id: 'wave-changed',
    level: 'decide',
    summary: {
      en: 'A wave of the go-live is new, is gone, or has another day.',
      'zh-CN': '某一批上线新增、取消或改期。',
    },
    why: { en: 'On that day people start to work in the new way.', 'zh-CN': '从那天起，有一批人开始用新的方式工作。' },
  },
  isWave,
);

export const kind: ChangeKind = {
  ...days,
  *find(comparison) {
    for (const one of comparison.take('milestone', 'kind', ({ from, to }) => [from, to].includes(goLive)))
      yield ofSingle(one, one.to === goLive ? { ...ended, changed: begun } : ended, comparison);
    yield* days.find(comparison);
  },
};
