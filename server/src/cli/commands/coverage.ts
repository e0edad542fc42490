/** `levers coverage`: which of the six levers each plan covers. */
import { coverageMessage, notCountedWords } from '../../core/analysis/coach.ts';
import {
  coverage as coverageOf,
  type LeverCoverage,
  minimumLevers,
  type NotCounted,
} from '../../core/analysis/coverage.ts';
import { leverWords, strategyTitle } from '../../core/analysis/labels.ts';
import { type Locale, say, sayMessage, sayValue, type Text } from '../../core/i18n/message.ts';
import { inTurn } from '../../core/i18n/phrases.ts';
import type { Catalog } from '../../core/model/catalog.ts';
import { isTeamPath } from '../../core/model/parse.ts';
import type { Plan } from '../../core/model/plan.ts';
import { command } from '../command.ts';
import { judgingOptions } from '../commonOptions.ts';
import { Complaints } from '../complaints.ts';
import { canUseConfigs, judgeOf } from '../judging.ts';
import { openFiles } from '../openFile.ts';
import { pathOperands, pathsOf } from '../paths.ts';
import { printed, printedJson } from '../printed.ts';

const words = {
  lever: { en: '{lever}: {standing}', 'zh-CN': '{lever}：{standing}' },
  covered: { en: 'covered by {strategies}', 'zh-CN': '已启用：{strategies}' },
  not: { en: 'not covered: {why}', 'zh-CN': '未启用：{why}' },
  because: { en: '“{title}”, because {why}', 'zh-CN': '“{title}”，因为{why}' },
  unread: { en: 'perhaps covered, part of it cannot be read', 'zh-CN': '可能已启用，有一部分无法读取' },
} satisfies Record<string, Text>;

function standing(lever: LeverCoverage, catalog: Catalog, locale: Locale): string {
  const { covered, strategies, notUsed, unread } = lever;
  if (covered) {
    const counted = strategies.filter(({ notCounted }) => !notCounted);
    return say(words.covered, locale, { strategies: counted.map(({ strategy }) => strategyTitle(strategy, catalog)) });
  }
  if (unread) return say(words.unread, locale);
  if (strategies.length > 0) {
    const why = strategies.map(({ strategy, notCounted }) => ({
      text: words.because,
      data: { title: strategyTitle(strategy, catalog), why: notCountedWords[notCounted as NotCounted] },
    }));
    return say(words.not, locale, { why: inTurn(why) });
  }
  return say(notUsed ? leverWords.leftOut : leverWords.empty, locale);
}

function inWords(path: string, plan: Plan, catalog: Catalog, minimum: number, locale: Locale): string {
  const lines = coverageOf(plan, catalog).levers.map((lever) => {
    const title = catalog.lever(lever.lever).title;
    return `  ${say(words.lever, locale, { lever: title, standing: standing(lever, catalog, locale) })}`;
  });
  return printed([`${path}  ${sayMessage(coverageMessage(plan, catalog, minimum), locale)}`, ...lines]);
}

function asData(path: string, plan: Plan, catalog: Catalog, locale: Locale) {
  const { levers, covered } = coverageOf(plan, catalog);
  return {
    path,
    count: covered.length,
    levers: levers.map(({ lever, covered, notUsed, unread, strategies }) => ({
      lever,
      covered,
      leftOut: notUsed,
      unread,
      strategies: strategies.map(({ strategy, notCounted }) => ({
        title: sayValue(strategyTitle(strategy, catalog), locale),
        counts: notCounted === undefined,
        ...(notCounted && { why: notCounted, message: say(notCountedWords[notCounted], locale) }),
      })),
    })),
  };
}

const formats = ['text', 'json'] as const;

const { catalog, rules } = judgingOptions;

export const coverage = command({
  summary: { en: 'Says which of the six levers each plan covers', 'zh-CN': '说明每份计划启用了哪些 LEVERS' },
  operands: pathOperands,
  options: {
    format: { takes: formats, text: { en: 'how to report (text)', 'zh-CN': '输出格式（text）' } },
    catalog,
    rules,
  },
  examples: [
    { call: 'coverage', text: { en: 'All plans in this folder and below', 'zh-CN': '当前文件夹及其下的全部计划' } },
    {
      call: 'coverage plans/a.levers.yaml --format json',
      text: { en: 'One plan, for a program', 'zh-CN': '一份计划，供程序使用' },
    },
  ],
  async run(call, machine) {
    const { values, operands, locale } = call;
    const complaints = new Complaints(machine);
    const judge = judgeOf(call, machine, complaints);
    if (!judge) return 2;
    const paths = await pathsOf(operands, machine, locale, complaints);
    const plans = [...paths].filter((path) => !isTeamPath(path));
    if (!canUseConfigs(plans, judge, locale, complaints)) return 2;
    const parts: string[] = [];
    const files: ReturnType<typeof asData>[] = [];
    for (const { path, reading } of openFiles(plans, machine, locale, complaints)) {
      const { catalog: team, settings } = judge.context(path);
      if (values.format === 'json') files.push(asData(path, reading as Plan, team, locale));
      else parts.push(inWords(path, reading as Plan, team, minimumLevers(settings), locale));
    }
    if (values.format === 'json') machine.out(printedJson({ version: 1, files }));
    else if (parts.length > 0) machine.out(`${parts.join('\n')}\n`);
    return complaints.failed ? 2 : 0;
  },
});
