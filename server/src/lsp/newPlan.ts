/** Questions about a new plan, and its draft, for a document that need not exist yet. */
import { answersIn } from '../core/authoring/answers.ts';
import { draft } from '../core/authoring/draft.ts';
import { fileName } from '../core/authoring/fileName.ts';
import { planTemplate } from '../core/edits/planTemplate.ts';
import { question } from '../features/newPlan/question.ts';
import type { View } from '../features/view.ts';
import { spellFor } from '../host/pinyin.ts';
import type {
  DraftParams,
  DraftResult,
  Question,
  QuestionParams,
  TemplateParams,
  TemplateResult,
} from '../protocol.ts';
import type { Parts } from './parts.ts';

export class NewPlan {
  /** Where a plan is being drafted: the only document that is not open whose settings and catalogs are kept. */
  private drafting: string | undefined;

  constructor(private readonly parts: Parts) {}

  async question({ uri, answers, step }: QuestionParams): Promise<Question> {
    return question(answers ?? {}, step, await this.view(uri));
  }

  async draft({ uri, answers: given }: DraftParams): Promise<DraftResult> {
    const view = await this.view(uri);
    const answers = answersIn(given ?? {}, view.today);
    return { ...draft(answers, view, await spellFor(answers)), name: fileName(answers) };
  }

  template({ uri }: TemplateParams): TemplateResult {
    const { today, locale } = this.parts.view(uri);
    return { snippet: planTemplate('minimal', today, locale) };
  }

  private async view(uri: string): Promise<View> {
    const { documents, view } = this.parts;
    const drafting = this.drafting;
    if (drafting !== undefined && drafting !== uri && !documents.get(drafting)) documents.forget(drafting);
    this.drafting = uri;
    await documents.ready(uri);
    return view(uri);
  }
}
