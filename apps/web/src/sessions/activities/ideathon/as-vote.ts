import type { ReportVote, RoomVote } from '@spolu/contracts/activities/dot-vote';
import type { ReportActivityOf, RoomActivityOf } from '@spolu/contracts/sessions';

/** The audience's vote as the views of votes want it: it is one, held within the ideathon. */
export const asVote = (activity: RoomActivityOf<'ideathon'>, part: RoomVote): RoomActivityOf<'dot-vote'> => ({ ...activity, kind: 'dot-vote', part });
export const asReportVote = (activity: ReportActivityOf<'ideathon'>, part: ReportVote): ReportActivityOf<'dot-vote'> => ({ ...activity, kind: 'dot-vote', part });
