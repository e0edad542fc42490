/** A handover of which it is not clear to whom it goes, or when. */

import { lastGoLive } from '../analysis/goLives.ts';
import { dayUnder, isRunning, referenceDay } from '../analysis/timeline.ts';
import type { Rule } from '../diagnostics/rule.ts';
import type { Data, Text } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import { Entry } from '../model/entry.ts';
import { isPlaceholder } from '../model/personName.ts';
import { isIncomplete } from '../model/uncertain.ts';
import { shapes } from '../schema/schema.ts';
import { isMap, pairsOf } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

const texts = {
  nobody: {
    en: 'The handover names nobody who takes over: {word} is not a name, a role or a department.',
    'zh-CN': '移交没有写明由谁接手：{word} 不是姓名、岗位或部门。',
  },
  noDay: {
    en: 'The handover to {to} has no day. Write when they take over under `on`.',
    'zh-CN': '向{to}的移交没有日期。请在 `on` 中写明何时接手。',
  },
  early: {
    en: 'The handover on {on} is before go-live ({goLive}): nothing is there yet to be handed over.',
    'zh-CN': '移交日期 {on} 早于上线（{goLive}）：那时还没有什么可以移交。',
  },
  passed: {
    en: 'The handover was on {on}, and the plan is not closed as of {reference}. Has {to} taken over? Close the plan, or write the new day.',
    'zh-CN': '移交日期是 {on}，但截至 {reference} 计划仍未结束。{to}是否已经接手？请结束计划，或写上新的日期。',
  },
} satisfies Record<string, Text>;

export const rule: Rule = {
  code: 'handover-unclear',
  severity: 'warning',
  eases: true,
  summary: {
    en: 'The handover names nobody, or its day is missing, too early or past.',
    'zh-CN': '移交没有写明由谁接手，或没有日期、日期过早、日期已过。',
  },
  doc: {
    why: {
      en: 'The source closes with embedding the change: success is not decided in the first days or weeks. When the change team steps back, somebody goes on with it or it ends. This is said mildly until the plan is sustaining.',
      'zh-CN':
        '来源资料最后强调要让变更扎根：成败不取决于最初的几天或几周。变更团队退出后，要么有人接手，要么就此中断。在计划进入“保持中”之前，只作轻微提示。',
    },
    fix: {
      en: 'Write under `sustainment.handover` who takes over (`to`) and on which day (`on`): after go-live, and agreed with those who take over.',
      'zh-CN': '请在 `sustainment.handover` 中写明由谁接手（`to`）以及日期（`on`）：应在上线之后，并与接手方商定。',
    },
    allow: {
      en: 'When the day depends on a decision that is still to come.',
      'zh-CN': '日期取决于尚未作出的决定时。',
    },
  },
  *check(plan, context) {
    const pair = plan.sustainment?.pair('handover');
    const value = pair?.value;
    if (!pair || !isMap(value)) return;
    const handover = new Entry(value);
    if (isIncomplete(plan, handover)) return;
    const found = (span: Span, text: Text, data: Data) => ({
      span,
      text,
      data,
      ...(plan.status !== 'sustaining' && { severity: 'info' as const }),
    });
    const to = handover.word('to');
    if (to && isPlaceholder(to.value)) {
      yield found(to.span, texts.nobody, { word: quoted(to.value) });
      return;
    }
    const on = dayUnder(plan, handover, 'on', shapes.handover);
    if (on === 'unclear') return;
    const data = { to: to?.value ?? { en: 'them', 'zh-CN': '接手方' } };
    if (!on) {
      // Alone in its section it says that another plan holds what follows (see nothing-after-go-live).
      if (to && pairsOf(plan.sustainment?.at).length > 1) yield found(pair.key, texts.noDay, data);
      return;
    }
    const goLive = lastGoLive(plan);
    const reference = referenceDay(plan, context);
    if (goLive && goLive !== 'unclear' && on.value < goLive.value) {
      yield found(on.span, texts.early, { on: on.value, goLive: goLive.value });
    } else if (reference !== undefined && isRunning(plan, context) && on.value < reference) {
      yield found(on.span, texts.passed, { ...data, on: on.value, reference });
    }
  },
};
