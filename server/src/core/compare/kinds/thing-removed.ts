/** Something that is gone and that no other kind tells. */
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
  id: 'thing-removed',
  level: 'note',
  summary: { en: 'A part of the plan is gone.', 'zh-CN': '计划删去了一部分。' },
  why: { en: 'Someone may count on what is no longer planned.', 'zh-CN': '可能有人还指望着已不在计划内的事情。' },
  *find(comparison) {
    for (const kind of ['purpose', 'sustainment'] as const) {
      for (const thing of comparison.removed(kind)) {
        yield {
          text: { en: 'Section removed: {section}', 'zh-CN': '删除部分：{section}' },
          data: { section: thingWords[kind] },
          about: [kind],
          before: placeOf(thing.before),
        };
      }
    }
    for (const kind of all) {
      for (const thing of comparison.removed(kind)) {
        yield {
          text: { en: '{kind} removed: {thing}', 'zh-CN': '删除{kind}：{thing}' },
          data: { kind: thingWords[kind], thing: comparison.called(thing) },
          about: aboutOf(thing),
          before: placeOf(thing.before),
        };
      }
    }
  },
};
