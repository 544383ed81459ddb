import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ById, type Page, PageQuery } from '@spolu/contracts/common';
import { Follow, MarkNotice, ReadNotices, type NoticeCount, type NoticeView } from '@spolu/contracts/notices';
import { Idempotent } from '../../http/idempotency.ts';
import { parsed } from '../../http/parsed.ts';
import { May, signedIn } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { NoticesService } from './notices.service.ts';

@Controller()
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Get('notices')
  @May(signedIn)
  list(@Me() me: Viewer, @Query(parsed(PageQuery)) query: PageQuery): Promise<Page<NoticeView>> {
    return this.notices.list(me, query);
  }

  @Get('notice-count')
  @May(signedIn)
  count(@Me() me: Viewer): Promise<NoticeCount> {
    return this.notices.count(me);
  }

  @Put('notices/:id/read')
  @HttpCode(204)
  @May(signedIn)
  mark(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(MarkNotice)) input: MarkNotice): Promise<void> {
    return this.notices.mark(me, id, input);
  }

  @Post('notice-readings')
  @HttpCode(204)
  @May(signedIn)
  readUpTo(@Me() me: Viewer, @Body(parsed(ReadNotices)) input: ReadNotices): Promise<void> {
    return this.notices.readUpTo(me, input);
  }

  @Get('records/:id/following')
  @May(signedIn)
  async isFollowing(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<Follow> {
    return { following: await this.notices.isFollowing(me, id) };
  }

  @Put('records/:id/following')
  @HttpCode(204)
  @Idempotent()
  @May(signedIn)
  follow(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(Follow)) { following }: Follow): Promise<void> {
    return this.notices.follow(me, id, following);
  }
}
