import { Injectable } from '@nestjs/common';
import type { PictureQuery, PictureRef, TakenPicture } from '@spolu/contracts/boards';
import { Problem } from '@spolu/contracts/problems';
import type { Request } from 'express';
import { FilesService } from '../files/files.service.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { boardRightsOf, boardRoleOf } from './board-rights.ts';
import { BoardStore } from './board-store.ts';
import { addPicture, viewBoard, type BoardFacts } from './boards.policy.ts';

/** Pictures of boards: whoever may see one board of a session may see the pictures of all, so that they can be copied from one to the other. */
@Injectable()
export class PicturesService {
  constructor(
    private readonly store: BoardStore,
    private readonly files: FilesService,
  ) {}

  /** @throws Problem `not-found`, `forbidden`, `board/read-only`, and what {@link FilesService.takePicture} finds wrong */
  async add(viewer: Viewer, boardId: string, request: Request): Promise<TakenPicture> {
    const rule = await this.store.ruleOf(boardId);
    const role = boardRoleOf(viewer, rule);
    const facts: BoardFacts = { role };
    demand(addPicture, viewer, facts);
    if (!rule || !role) throw new Problem('not-found');
    const rights = boardRightsOf(role, rule);
    if (!rights.createNotes && !rights.editAll) throw new Problem('board/read-only');
    const { sessionId, anonymous } = rule;
    const participantId = anonymous ? null : role.participantId;
    return this.files.takePicture(request, { sessionId, place: 'board', participantId, personId: anonymous || participantId ? null : role.personId });
  }

  /** @throws Problem `not-found` where the viewer may not enter, or the picture is another session's or was brought to its report */
  async read(viewer: Viewer, { boardId, fileId }: PictureRef, size: PictureQuery['size']): Promise<Buffer> {
    const rule = await this.store.ruleOf(boardId);
    const facts: BoardFacts = { role: boardRoleOf(viewer, rule) };
    demand(viewBoard, viewer, facts);
    const file = await this.files.find(fileId);
    if (file?.place !== 'board' || file.sessionId !== rule?.sessionId) throw new Problem('not-found');
    return this.files.read(fileId, size);
  }
}
