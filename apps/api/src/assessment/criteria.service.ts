import { Injectable } from '@nestjs/common';
import type { CriteriaView, Criterion, EditCriteria } from '@spolu/contracts/assessment';
import { Problem } from '@spolu/contracts/problems';
import { In, type EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { ParticipationService } from '../participation/participation.service.ts';
import { AssessmentScore, Criteria, CriterionRow } from './assessment.entity.ts';
import { askForAssessments, editCriteria, readCriteria } from './assessment.policy.ts';

/** By what the ideas of a process are assessed: agreed on before, and the same for all of them. */
@Injectable()
export class CriteriaService {
  constructor(
    private readonly transactions: Transactions,
    private readonly participation: ParticipationService,
  ) {}

  async view(me: Viewer, processId: string): Promise<CriteriaView> {
    const em = this.transactions.manager;
    const process = await this.participation.factsOf(processId);
    demand(readCriteria, me, process);
    const criteria = await this.of(em, processId);
    return {
      processTitle: process.title,
      criteria,
      revision: (await em.findOneBy(Criteria, { processId }))?.revision ?? 0,
      fixed: await this.areFixed(em, criteria),
      may: { edit: editCriteria.allows(me, process), ask: askForAssessments.allows(me, process) },
    };
  }

  /**
   * All of them, written anew. An assessment that was begun by a criterion keeps what was said of it.
   * @throws Problem `changed-meanwhile`, `assessment/criteria-fixed` where somebody gave an assessment by them and more than words would change,
   * `invalid-input` for an id twice or of another process
   */
  async edit(me: Viewer, processId: string, { criteria, revision }: EditCriteria): Promise<void> {
    await this.transactions.run(async (em) => {
      demand(editCriteria, me, await this.participation.factsOf(processId, em));
      if (new Set(criteria.map(({ id }) => id)).size < criteria.length) throw notAllowed();
      await this.follow(em, processId, revision);
      const before = await this.of(em, processId);
      if ((await this.areFixed(em, before)) && !sameRules(before, criteria)) throw new Problem('assessment/criteria-fixed');
      const foreign = await em.findBy(CriterionRow, { id: In(criteria.map(({ id }) => id)) });
      if (foreign.some((one) => one.processId !== processId)) throw notAllowed();

      const gone = before.filter(({ id }) => !criteria.some((one) => one.id === id)).map(({ id }) => id);
      // What was said on a scale that is another one now means nothing any more.
      const rescaled = criteria.filter((one) => before.some((old) => old.id === one.id && !sameRules([old], [one]))).map(({ id }) => id);
      if (gone.length + rescaled.length > 0) await em.delete(AssessmentScore, { criterionId: In([...gone, ...rescaled]) });
      if (gone.length > 0) await em.delete(CriterionRow, { id: In(gone) });
      if (criteria.length > 0) await em.upsert(CriterionRow, criteria.map((criterion, position) => toRow(criterion, processId, position)), ['id']);
    });
  }

  /** In their order. */
  async of(em: EntityManager, processId: string): Promise<Criterion[]> {
    return (await em.find(CriterionRow, { where: { processId }, order: { position: 'ASC' } })).map(toCriterion);
  }

  /** While its transaction lasts nobody changes them. */
  async held(em: EntityManager, processId: string): Promise<Criterion[]> {
    await em.findOne(Criteria, { where: { processId }, lock: { mode: 'pessimistic_read' } });
    return this.of(em, processId);
  }

  /** Takes the next revision. Revision 0 is a process that has none yet. @throws Problem `changed-meanwhile` */
  private async follow(em: EntityManager, processId: string, revision: number): Promise<void> {
    const taken = revision === 0
      ? await em.query<unknown[]>('insert into criteria (process_id, revision) values ($1, 1) on conflict do nothing returning 1', [processId])
      : (await em.query<[unknown[], number]>('update criteria set revision = revision + 1 where process_id = $1 and revision = $2 returning 1', [processId, revision]))[0];
    if (taken.length === 0) throw new Problem('changed-meanwhile');
  }

  private async areFixed(em: EntityManager, criteria: readonly Criterion[]): Promise<boolean> {
    if (criteria.length === 0) return false;
    const [row] = await em.query<{ fixed: boolean }[]>(
      `select exists (select from assessment_score s join assessment a on a.id = s.assessment_id where s.criterion_id = any($1) and a.state in ('given', 'published')) as fixed`,
      [criteria.map(({ id }) => id)],
    );
    return row?.fixed ?? false;
  }
}

const notAllowed = () => new Problem('invalid-input', {}, [{ path: 'criteria', code: 'not-allowed' }]);

/** Whether the same things count for the same much; words and order aside. */
function sameRules(before: readonly Criterion[], after: readonly Criterion[]): boolean {
  const ruleOf = (criterion: Criterion) => `${criterion.id} ${criterion.kind} ${criterion.kind === 'points' ? `${criterion.weight}/${criterion.scaleMax}` : ''}`;
  const rules = new Set(before.map(ruleOf));
  return before.length === after.length && after.every((criterion) => rules.has(ruleOf(criterion)));
}

const toRow = (criterion: Criterion, processId: string, position: number): CriterionRow => ({
  id: criterion.id, processId, position, kind: criterion.kind, title: criterion.title, description: criterion.description,
  weight: criterion.kind === 'points' ? criterion.weight : null,
  scaleMax: criterion.kind === 'points' ? criterion.scaleMax : null,
});
const toCriterion = ({ id, kind, title, description, weight, scaleMax }: CriterionRow): Criterion =>
  kind === 'points' ? { kind, id, title, description, weight: weight ?? 1, scaleMax: scaleMax ?? 1 } : { kind, id, title, description };
