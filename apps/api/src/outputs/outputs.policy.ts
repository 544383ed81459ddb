import { policy, type Facts } from '../http/policy.ts';
import { holds, isAdministrator, type Viewer } from '../http/viewer.ts';
import { tookPart, viewProcess } from '../participation/participation.policy.ts';

/** Where a published version belongs: its process, how visible it is, the bodies it went to. */
export interface VersionFacts extends Facts {
  processId: string;
  sessionIds: readonly string[];
  /** Of the process: nothing of a draft is shown to others than its people. */
  draft: boolean;
  referredTo: readonly string[];
}
const isVersion = (facts: Facts): facts is VersionFacts => 'referredTo' in facts;

/** Leads or facilitates the process, or answers for it in its organisation. */
const writes = (viewer: Viewer, { processId, organisationIds = [] }: Facts): boolean =>
  isAdministrator(viewer) ||
  holds(viewer, 'process', processId, 'lead', 'facilitator') ||
  organisationIds.some((id) => holds(viewer, 'organisation', id, 'officer'));

/** The people who work beside the process: departments of its organisations, staff of its sessions. */
const worksBeside = (viewer: Viewer, { organisationIds = [], sessionIds }: VersionFacts): boolean =>
  organisationIds.some((id) => holds(viewer, 'organisation', id, 'department-member')) ||
  sessionIds.some((id) => holds(viewer, 'session', id, 'lead-facilitator', 'co-facilitator', 'table-host', 'scribe', 'observer'));

/** The people of a body that the version was referred to. */
const sitsInBody = (viewer: Viewer, { referredTo }: VersionFacts): boolean =>
  referredTo.some((bodyId) => holds(viewer, 'body', bodyId, 'chair', 'secretary', 'member', 'guest'));

/** Whoever works on the process or was asked for an opinion reads a version with every note of its evidence. */
export const readAllEvidence = (viewer: Viewer, facts: VersionFacts): boolean => writes(viewer, facts) || sitsInBody(viewer, facts);

export const readVersion = policy('read-dossier-version', (viewer, facts) => {
  if (!isVersion(facts)) return false;
  if (readAllEvidence(viewer, facts) || worksBeside(viewer, facts)) return true;
  if (facts.draft) return false;
  return facts.visibility === 'public' || (facts.visibility === 'participants' && tookPart(viewer, facts));
});

/** With an account one may have it noted which version one read last. */
export const lookAtVersion = policy('look-at-dossier-version', (viewer, facts) => viewer.person !== null && readVersion.allows(viewer, facts), readVersion.allows);

/** Whoever may see the process may ask for its dossiers; which ones she finds is decided for each. */
export const listDossiers = policy('list-dossiers', (viewer, facts) => viewProcess.allows(viewer, facts));

/** The draft is for its writers alone; others who may read a published version learn that they may not write. */
export const writeDossier = policy('write-dossier', writes, (viewer, facts) => viewProcess.allows(viewer, facts) || readVersion.allows(viewer, facts));
export const publishDossier = policy('publish-dossier', writes, writeDossier.knows);

/** A version goes to a commission from the lead of the process or an officer of its organisation. */
export const referDossier = policy(
  'refer-dossier',
  (viewer, { processId, organisationIds = [] }) =>
    isAdministrator(viewer) || holds(viewer, 'process', processId, 'lead') || organisationIds.some((id) => holds(viewer, 'organisation', id, 'officer')),
  (viewer, facts) => writeDossier.allows(viewer, facts) || readVersion.allows(viewer, facts),
);
