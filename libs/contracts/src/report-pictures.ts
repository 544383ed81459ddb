import { z } from 'zod';
import { Id } from './common.ts';
import { PictureQuery } from './boards.ts';

/** Who can be recognised on a picture of a report: nobody, or only people who agreed to be photographed, as those who run the session looked at it. */
export const PicturedPeople = z.enum(['nobody', 'agreed']);
export type PicturedPeople = z.infer<typeof PicturedPeople>;

/**
 * POST /api/sessions/:id/report-pictures?people (those who run the session), the picture itself as the body, of one of `PICTURE_TYPES`, → TakenPicture. It is drawn
 * anew; a block of the report says where it stands.
 */
export const AddReportPicture = z.strictObject({ people: PicturedPeople });
export type AddReportPicture = z.infer<typeof AddReportPicture>;
export const ReportPictureRef = z.strictObject({ id: Id, fileId: Id });
export type ReportPictureRef = z.infer<typeof ReportPictureRef>;
/** GET /api/sessions/:id/report-pictures/:fileId (who reads it in the report) → the picture, as WebP. */
export const ReportPictureQuery = PictureQuery;
/**
 * PUT /api/sessions/:id/report-pictures/:fileId/people: looked at again, with all who took their consent back so far in mind. `changed-meanwhile` where one more did
 * than she saw.
 */
export const SayPicturedPeople = z.strictObject({ people: PicturedPeople, withdrawals: z.int().min(0) });
export type SayPicturedPeople = z.infer<typeof SayPicturedPeople>;

export interface ReportPicture {
  fileId: string;
  width: number;
  height: number;
  people: PicturedPeople;
  /** Somebody of the session took her consent to photographs back since people were looked at last: readers do not get it until that is done again. */
  held: boolean;
}
