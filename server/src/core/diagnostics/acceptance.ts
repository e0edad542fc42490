/** What a team has accepted in its configuration, for all plans or one: findings that are not told until a last day. */
import type { TeamFile } from '../model/catalogFile.ts';
import type { ConfigFile } from '../model/configFile.ts';
import { saysNothing } from '../model/personName.ts';
import type { Problem } from './problem.ts';
import type { Acceptance } from './teamConfig.ts';

/** What a configuration accepts, with a reason of whatever kind; what lacks one, or its last day, has a finding of its own. */
export function acceptancesIn(file: TeamFile<ConfigFile>): Acceptance[] {
  const section = file.file.section('accepted');
  return (section?.at.node.pairs ?? []).flatMap(({ name: code }) =>
    (section?.entries(code) ?? []).flatMap((entry): Acceptance[] => {
      const [reason, until] = [entry.word('reason'), entry.day('until')];
      // A plan that cannot be read must not make it hold for all.
      if (!reason || !until || entry.state('plan') === 'unreadable' || entry.state('plan') === 'empty') return [];
      const plan = entry.text('plan');
      return entry.pair('plan') && plan === undefined ? [] : [{ code, plan, reason, until, file }];
    }),
  );
}

/** A problem that is told again, with the place where its acceptance has ended. */
function returned(problem: Problem, { until, file }: Acceptance): Problem {
  const message = {
    text: { en: 'The team had accepted this until {day}.', 'zh-CN': '团队对此处的接受已于 {day} 到期。' },
    data: { day: until.value },
  };
  return { ...problem, related: [...problem.related, { span: until.span, message, in: file }] };
}

/**
 * The problems of the plan with a title that are not accepted on a day. `mayAllow` says whether a code can be accepted at
 * all, which is so where a comment in the plan may allow it.
 */
export function withoutAccepted(
  problems: readonly Problem[],
  accepted: readonly Acceptance[],
  title: string | undefined,
  day: string,
  mayAllow: (code: string) => boolean,
): readonly Problem[] {
  const held = accepted.filter(
    ({ code, plan, reason }) => mayAllow(code) && !saysNothing(reason.value) && (plan ?? title) === title,
  );
  if (held.length === 0) return problems;
  return problems.flatMap((problem) => {
    const own = held.filter(({ code }) => code === problem.code);
    const [first] = own;
    if (!first) return problem;
    return own.some(({ until }) => until.value >= day) ? [] : returned(problem, first);
  });
}
