/** The catalog holds what the source lists, in both languages. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { parse } from 'yaml';
import { locales } from '../../server/src/core/i18n/message.ts';
import { builtInCatalog } from '../../server/src/core/model/catalog.ts';
import { leverIds } from '../../server/src/core/schema/format.gen.ts';
import { ajv, schemaFile } from '../kit/schemas.ts';
import { it } from '../kit/test.ts';

/** The strategies of the source under each lever, by their titles there. */
const source: Record<string, string[]> = {
  leadership: ['鼓励透明沟通', '推动员工参与变更过程', '鼓励领导问责制', '编制有针对性的高管简报', '建立双向反馈渠道'],
  ecosystem: [
    '执行 AI 利益相关者评估',
    '建立 AI 变更网络',
    '创建 AI 伦理委员会',
    '组织以 AI 为重点路演',
    '评估对组织结构的影响',
    '执行 AI 人才缺口分析',
  ],
  values: [
    '传达 AI 的目的价值',
    '建立 AI 伦理治理',
    '展现 AI 模型的透明度',
    '打造目标驱动的 AI 故事',
    '设计 AI 实践机会',
  ],
  enablement: [
    '创建详细的培训策略',
    '进行真实演示',
    '招募超级用户',
    '利用线上 AI 培训平台',
    '创建 AI 创新和实践实验室',
    '分享自导入职资源',
    '提供 AI 伦理培训',
  ],
  rewards: ['制定激励计划', '表彰早期 AI 采用者', '利用 AI 采用仪表板', '精通 AI 工具者提供奖励', '建立领导力表彰计划'],
  structure: [
    '建立 AI 治理',
    '运用 Slack 对 AI 工具进行讨论',
    '开发 AI 工具反馈循环',
    '构建 AI 仪表板',
    '实现自动化以实现效率',
    '修改政策和程序',
  ],
};

const file = parse(readFileSync('schemas/strategy-catalog.yaml', 'utf8'));

describe('the catalog', () => {
  it('has the six levers and the 34 strategies of the source, in their order', () => {
    assert.deepEqual(
      builtInCatalog.levers.map(({ id }) => id),
      leverIds,
    );
    const titles = Object.fromEntries(
      leverIds.map((id) => [id, builtInCatalog.under(id).map(({ title }) => title['zh-CN'])]),
    );
    assert.deepEqual(titles, source);
    assert.equal(builtInCatalog.strategies.length, 34);
  });

  it('speaks of AI in the strategies marked so, and of no product in the texts of the others', () => {
    for (const { id, ai, title, ...texts } of builtInCatalog.strategies) {
      const speaks = /\bAI\b/.test(title.en + title['zh-CN']);
      assert.equal(ai === true, speaks, id);
      const words = [texts.summary, texts.goodFor, ...(texts.deliverables ?? []), ...(texts.indicators ?? [])];
      if (!ai) assert.doesNotMatch(JSON.stringify(words), /\bAI\b|AI |Slack/, id);
    }
    for (const { id, summary } of builtInCatalog.levers) assert.doesNotMatch(JSON.stringify(summary), /AI/, id);
  });

  it('prepares what is needed on the first day, and supports newcomers from the rollout on', () => {
    const phases = (phase: string) =>
      builtInCatalog.strategies.filter((one) => one.phase === phase).map(({ id }) => id);
    const early = [
      'executive-briefings',
      'ai-roadshow',
      'ai-model-transparency',
      'ai-ethics-training',
      'policy-updates',
    ];
    for (const id of early) assert.ok(phases('prepare').includes(id), id);
    assert.ok(phases('manage').includes('self-guided-onboarding'));
  });

  it('keeps to the schema for the catalogs of teams, but for what only the built-in one has', () => {
    const validate = ajv().compile(schemaFile('levers-catalog.schema.json'));
    const { source: _, levers, strategies, ...rest } = file;
    const shared = strategies.map(({ seedLine, seedIssue, ...strategy }: Record<string, unknown>) => {
      assert.ok(
        Number.isInteger(seedLine) && [undefined, 'missing-colon', 'translation'].includes(seedIssue as string),
      );
      return strategy;
    });
    assert.ok(validate({ ...rest, strategies: shared }), JSON.stringify(validate.errors));
    assert.deepEqual(
      levers.map(({ letter, order }: { letter: string; order: number }) => `${order}${letter}`),
      ['1L', '2E', '3V', '4E', '5R', '6S'],
    );
    for (const { title, summary, factor } of levers) {
      for (const locale of locales) assert.ok(title[locale] && summary[locale]);
      assert.ok(['social', 'personal', 'structural'].includes(factor));
    }
    const team = {
      catalogVersion: 1,
      id: 'northfield',
      strategies: [
        {
          id: 'branch-clinics',
          lever: 'enablement',
          title: { en: 'Run Branch Clinics' },
          summary: { en: 'A trainer in each branch.' },
        },
      ],
      hide: ['ai-proficiency-rewards'],
    };
    assert.ok(validate(team), JSON.stringify(validate.errors));
    assert.ok(!validate({ ...team, strategies: [{ ...team.strategies[0], lever: 'luck' }] }));
    assert.ok(!validate({ ...team, levers: [] }));
  });

  it('says everything in both languages', () => {
    for (const strategy of builtInCatalog.strategies) {
      const texts = [
        strategy.title,
        strategy.summary,
        strategy.goodFor,
        ...(strategy.deliverables ?? []),
        ...(strategy.indicators ?? []),
      ];
      for (const text of texts) for (const locale of locales) assert.ok(text?.[locale], strategy.id);
      assert.ok(strategy.phase && strategy.indicators?.length && strategy.deliverables?.length, strategy.id);
    }
  });

  it('has links that lead somewhere', () => {
    for (const { id, seeAlso = [] } of builtInCatalog.strategies) {
      for (const other of seeAlso) assert.ok(other !== id && builtInCatalog.strategy(other), `${id} → ${other}`);
    }
  });
});
