/** Something new that no other kind tells. */
import type { ChangeKind } from '../change.ts';
import { placeOf, type ThingKind } from '../thing.ts';
import { aboutOf, thingWords } from '../words.ts';

const all: readonly ThingKind[] = [
  ...([
    'stakeholder',
    'strategy',
    'activity',
    'measure',
    'reading',
    'risk',
    'milestone',
    'decision',
    'approval',
  ] as const),
];

export const kind: ChangeKind = {
  id: 'thing-added',
  level: 'note',
  summary: { en: 'A part of the plan is new.', 'zh-CN': '计划新增了一部分。' },
  why: {
    en: 'It is work, a promise or a risk that was not there when you last said yes.',
    'zh-CN': '这是上次同意时还没有的工作、承诺或风险。',
  },
  *find(comparison) {
    for (const kind of ['purpose', 'sustainment'] as const) {
      for (const thing of comparison.added(kind)) {
        yield {
          text: { en: 'Section added: {section}', 'zh-CN': '新增部分：{section}' },
          data: { section: thingWords[kind] },
          about: [kind],
          after: placeOf(thing.after),
        };
      }
    }
    for (const kind of all) {
      for (const thing of comparison.added(kind)) {
        yield {
          text: { en: '{kind} added: {thing}', 'zh-CN': '新增{kind}：{thing}' },
          data: { kind: thingWords[kind], thing: comparison.called(thing) },
          about: aboutOf(thing),
          after: placeOf(thing.after),
        };
      }
    }
  },
};
