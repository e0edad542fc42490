/** A comparison as JSON, by `schemas/levers-diff-output.schema.json`. */
import { createHash } from 'node:crypto';
import { type Locale, sayMessage } from '../../core/i18n/message.ts';
import type { Span } from '../../core/text/span.ts';
import { printedJson } from '../printed.ts';
import { ranges } from '../report/position.ts';
import type { Compared, ComparedPlan, Opened } from './pairs.ts';
import { fateOf, titleOf } from './words.ts';

/** The version of the form. */
const version = 1;

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The same for the same change of a plan, whatever its words and lines are. */
export function fingerprintOf(plan: ComparedPlan, identity: string): string {
  const one = plan.after ?? plan.before;
  const of = one?.plan.head?.text('id') ?? one?.file.path ?? '';
  return digest(`${of} ${identity}`);
}

export function jsonReport({ plans, together }: Compared, locale: Locale): string {
  const placeIn = (side: Opened | undefined) => {
    const at = side && ranges(side.plan.text);
    return (span: Span | undefined) => (span && at ? at(span) : undefined);
  };
  return printedJson({
    version,
    together: together.map(({ kind, level, message, identity }) => ({
      kind,
      level,
      message: sayMessage(message, locale),
      fingerprint: digest(identity),
    })),
    plans: plans.map((plan) => {
      const { before, after, changes } = plan;
      const [old, now] = [placeIn(before), placeIn(after)];
      return {
        title: titleOf(plan),
        fate: fateOf(plan),
        ...(before && { before: before.file.name }),
        ...(after && { after: after.file.name }),
        changes: changes.map(({ kind, level, message, identity, before: was, after: is }) => ({
          kind,
          level,
          message: sayMessage(message, locale),
          fingerprint: fingerprintOf(plan, identity),
          ...(was && { before: old(was) }),
          ...(is && { after: now(is) }),
        })),
      };
    }),
  });
}
