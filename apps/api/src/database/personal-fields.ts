/**
 * Which columns hold something about a living person, and why (SEC-57). A new column without an entry fails a test, so that nobody adds one
 * without having thought of it. Retention and the rights of those concerned are carried out by this list.
 */

/** Article 6 (1) of the GDPR, as a municipality relies on it. */
export type LegalBasis = 'public-task' | 'legal-obligation' | 'consent';

export interface PersonalData {
  /** What it is for, in words for the record of processing activities. */
  purpose: string;
  basis: LegalBasis;
  /** From when on it is not needed any more, and how long after that it is kept. */
  keptUntil: 'account-closed' | 'sign-in-ended' | 'invitation-closed' | 'session-closed' | 'process-finished' | 'office-ended' | 'for-the-archive' | 'noted';
  plusDays: number;
  seenBy: 'herself' | 'administrators' | 'staff' | 'commission' | 'participants' | 'everybody' | 'nobody';
}

const YEAR = 365;

export const PERSONAL_DATA = {
  account: { purpose: 'To know who works with the system and speaks for whom.', basis: 'public-task', keptUntil: 'account-closed', plusDays: 0, seenBy: 'administrators' },
  password: { purpose: 'To let only her in. A hash, from which the password is not found.', basis: 'public-task', keptUntil: 'account-closed', plusDays: 0, seenBy: 'nobody' },
  signIn: { purpose: 'To know a device again, and to show her where she is signed in.', basis: 'public-task', keptUntil: 'sign-in-ended', plusDays: 0, seenBy: 'herself' },
  office: { purpose: 'To say who may do what, and who holds a public office.', basis: 'public-task', keptUntil: 'office-ended', plusDays: 3 * YEAR, seenBy: 'everybody' },
  invitation: { purpose: 'To offer somebody a role.', basis: 'public-task', keptUntil: 'invitation-closed', plusDays: 90, seenBy: 'staff' },
  taking: { purpose: 'To keep together what one participant writes, and to find her way back to it.', basis: 'public-task', keptUntil: 'process-finished', plusDays: YEAR, seenBy: 'staff' },
  nickname: { purpose: 'To be called by a name in the room, if she wishes.', basis: 'consent', keptUntil: 'session-closed', plusDays: 90, seenBy: 'staff' },
  registration: { purpose: 'To keep a seat, to prepare the room for those who come, and to reach them if something changes.', basis: 'consent', keptUntil: 'session-closed', plusDays: 30, seenBy: 'staff' },
  consent: { purpose: 'To be able to show who agreed to what, in which words and until when.', basis: 'legal-obligation', keptUntil: 'for-the-archive', plusDays: 0, seenBy: 'herself' },
  sector: { purpose: 'To say in the report who took part, as counts.', basis: 'consent', keptUntil: 'process-finished', plusDays: YEAR, seenBy: 'staff' },
  words: { purpose: 'To take up what people say, in their own words, and to answer them.', basis: 'public-task', keptUntil: 'for-the-archive', plusDays: 0, seenBy: 'participants' },
  unrevealed: { purpose: 'To keep what is written until it may be shown.', basis: 'public-task', keptUntil: 'session-closed', plusDays: 90, seenBy: 'herself' },
  ballot: { purpose: 'To count each vote once and to let it be changed until the end.', basis: 'public-task', keptUntil: 'session-closed', plusDays: 90, seenBy: 'herself' },
  reaction: { purpose: 'To count each reaction once and to let it be taken back.', basis: 'public-task', keptUntil: 'session-closed', plusDays: 90, seenBy: 'herself' },
  position: { purpose: 'To record the view of a member of a commission and its reasons.', basis: 'legal-obligation', keptUntil: 'for-the-archive', plusDays: 0, seenBy: 'commission' },
  doing: { purpose: 'To be able to say who recorded what.', basis: 'legal-obligation', keptUntil: 'for-the-archive', plusDays: 0, seenBy: 'staff' },
  audit: { purpose: 'To find out misuse and mistakes afterwards.', basis: 'legal-obligation', keptUntil: 'noted', plusDays: 2 * YEAR, seenBy: 'administrators' },
  lead: { purpose: 'To say who leads which part of a session.', basis: 'public-task', keptUntil: 'session-closed', plusDays: YEAR, seenBy: 'staff' },
  owner: { purpose: 'To say who answers for a milestone.', basis: 'public-task', keptUntil: 'for-the-archive', plusDays: 0, seenBy: 'everybody' },
  actor: { purpose: 'To know who has a stake in a process; mostly organisations, sometimes a person is named.', basis: 'public-task', keptUntil: 'process-finished', plusDays: YEAR, seenBy: 'participants' },
} as const satisfies Record<string, PersonalData>;
export type PersonalDataName = keyof typeof PERSONAL_DATA;

/** By table and column. */
export const PERSONAL_FIELDS: Record<string, Record<string, PersonalDataName>> = {
  person: { id: 'account', name: 'account', email: 'account', language: 'account', active: 'account', password_hash: 'password', created_at: 'account' },
  role: { person_id: 'office', role: 'office', from_on: 'office', until_on: 'office', given_by: 'doing', given_at: 'doing', ended_at: 'office' },
  invitation: { person_id: 'invitation', name: 'invitation', role: 'invitation', invited_by: 'doing', invited_at: 'doing', accepted_at: 'invitation', withdrawn_at: 'invitation' },
  sign_in: { sid: 'signIn', sess: 'signIn', id: 'signIn', person_id: 'signIn', started_at: 'signIn', last_seen_at: 'signIn', device: 'signIn' },
  sign_in_participant: { sid: 'signIn', participant_id: 'taking', session_id: 'taking', removed_at: 'taking' },
  audit_entry: { at: 'audit', person_id: 'audit', participant_id: 'audit', action: 'audit', subject_id: 'audit', facts: 'audit' },
  participant: { id: 'taking', person_id: 'taking', nickname: 'nickname', sector: 'sector', language: 'taking', joined_at: 'taking', removed_at: 'taking', join_digest: 'taking' },
  registration: { name: 'registration', email: 'registration', people: 'registration', needs: 'registration', needs_note: 'registration', language: 'registration', signed_up_at: 'registration', arrived_at: 'registration', secret_hash: 'registration', sign_up_digest: 'registration' },
  consent_entry: { subject_id: 'consent', given: 'consent', at: 'consent' },
  receipt: { participant_id: 'taking', secret_hash: 'taking', issued_at: 'taking', ended_at: 'taking' },
  contribution: { participant_id: 'taking', person_id: 'taking', scribe_id: 'taking', text: 'words', created_at: 'words' },
  contribution_version: { text: 'words', at: 'words' },
  card: { participant_id: 'unrevealed', text: 'unrevealed', request: 'unrevealed', composed_at: 'unrevealed' },
  ballot: { participant_id: 'ballot', cast_at: 'ballot' },
  dot: { participant_id: 'ballot', option_id: 'ballot', number: 'ballot', number_on_option: 'ballot' },
  board: { created_by_person_id: 'doing' },
  board_client: { participant_id: 'taking', person_id: 'taking', leased_at: 'taking' },
  board_checkpoint: { participant_id: 'taking', person_id: 'taking' },
  board_reaction: { by_id: 'reaction' },
  board_snapshot: { state: 'words' },
  board_update: { participant_ids: 'taking', person_ids: 'taking', updates: 'words' },
  file: { participant_id: 'taking', person_id: 'doing' },
  record: { title: 'words', reason: 'words' },
  link: { by_person_id: 'doing' },
  idea: { title: 'words', summary: 'words', created_by: 'doing' },
  dossier: { recommendations: 'words' },
  dossier_version: { content: 'words', published_by: 'doing' },
  referral: { referred_by: 'doing' },
  position: { person_id: 'position', verdict: 'position', reason: 'position', given_at: 'position' },
  opinion: { recorded_by: 'doing' },
  decision: { recorded_by: 'doing' },
  decision_milestone: { owner_name: 'owner' },
  milestone: { owner_id: 'owner', owner_name: 'owner' },
  process_actor: { name: 'actor', role: 'actor' },
  activity: { owner_id: 'lead' },
  sheet_template: { created_by_id: 'doing' },
};

/** Everything else: what a town hall writes about its work, codes, counts, and ids of things. */
export const NOT_PERSONAL: Record<string, string> = {
  action_plan: 'id organisation_id title from_on until_on vision language created_at',
  activity: 'id session_id position kind title instruction staff_notes minutes method_id settings state started_at ends_at ended_at locked_at revealed_at result_shown_at day plan',
  activity_cluster: 'activity_id cluster_id position',
  activity_frame: 'activity_id position frame_id title',
  audit_entry: 'id subject_kind outcome',
  ballot: 'activity_id',
  board: 'id title rule created_at',
  board_client: 'board_id client_id server peer_id wanted',
  board_checkpoint: 'board_id tick reason at activity_id',
  board_comment: 'id board_id object_id number',
  board_reaction: 'board_id object_id kind',
  board_snapshot: 'board_id tick at covers',
  board_talk: 'board_id revision',
  board_thread: 'board_id object_id revision resolved_at',
  board_update: 'board_id tick at peer_id transaction_id',
  body: 'id name kind organisation_id member_count',
  card: 'id activity_id colour frame_id language state contribution_id',
  cluster: 'id session_id board_cluster_id title closed_at',
  cluster_note: 'cluster_id position contribution_id',
  commitment: 'id action_plan_id position title summary problem status_quo action contribution vision values resources language',
  consent_entry: 'id session_id subject_kind kind text_version language',
  contribution: 'id kind session_id activity_id language',
  contribution_version: 'contribution_id number',
  decision: 'id referral_id body_id number decided_on text recorded_at',
  decision_item: 'id decision_id recommendation_id verdict reasons',
  decision_milestone: 'milestone_id decision_item_id title state due_on',
  dossier: 'id process_id title summary visibility revision created_at updated_at',
  dossier_version: 'dossier_id version title visibility published_at',
  dot: 'activity_id dots per_option',
  failed_attempt: 'key failure_count first_at last_at',
  file: 'id session_id width height byte_count created_at',
  idea: 'id process_id revision created_at',
  idea_cluster: 'idea_id cluster_id position',
  idempotency_key: 'digest request answer created_at',
  installation: 'id name default_language time_zone set_up_at',
  invitation: 'id secret_hash scope scope_id from_on until_on expires_at',
  link: 'from_id to_id kind at',
  milestone: 'id commitment_id position title due_on state progress decision_item_id language updated_at',
  opinion: 'id item_id motion reasoning votes_for votes_against votes_abstained verdict adopted_on recorded_at',
  organisation: 'id name sector parent_id',
  participant: 'session_id',
  peer: 'id since beat_at',
  position: 'item_id',
  process: 'id title problem status_quo goals state visibility revision created_at updated_at',
  process_actor: 'process_id id position sector organisation_id',
  process_commitment: 'process_id commitment_id',
  process_organisation: 'process_id organisation_id',
  process_phase: 'process_id id position title from_on until_on',
  process_session: 'process_id session_id',
  receipt: 'id',
  recommendation: 'id dossier_id version number title',
  record: 'id kind url visibility session_id process_id language outcome withdrawn at',
  referral: 'id dossier_id version process_id body_id due_on referred_at',
  referral_item: 'id referral_id recommendation_id',
  registration: 'id session_id number state walk_in erased_at',
  role: 'id scope scope_id',
  role_place: 'id scope title process_id organisation_ids',
  session: 'id process_id kind title welcome planned_on planned_time sheet place language visibility state code door_open hall_activity_id opened_at closed_at created_at',
  session_registration: 'session_id open capacity audience next_number',
  session_board: 'session_id board_id position',
  sheet_template: 'id organisation_id kind title purpose language content created_at',
  set_up_link: 'id secret_hash expires_at',
  sign_in: 'expire',
  version_referral: 'referral_id dossier_id version body_id due_on state',
  vote: 'activity_id dots per_option',
  vote_option: 'id activity_id cluster_id position title',
};
