import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ById, type Page, PageQuery } from '@spolu/contracts/common';
import {
  BySecret, Follow, LeaveAddress, MarkNotice, NoticeChoice, ReadNotices, type DutyNotice, type NewsNotice, type GuestAddress, type NoticeCount, type NoticeView,
} from '@spolu/contracts/notices';
import { TakesFile } from '../../http/file-bodies.ts';
import { Idempotent } from '../../http/idempotency.ts';
import { parsed } from '../../http/parsed.ts';
import { everybody, May, signedIn } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { AddressesService } from './addresses.service.ts';
import { NoticesService } from './notices.service.ts';

@Controller()
export class NoticesController {
  constructor(
    private readonly notices: NoticesService,
    private readonly addresses: AddressesService,
  ) {}

  @Get('notices')
  @May(signedIn)
  list(@Me() me: Viewer, @Query(parsed(PageQuery)) query: PageQuery): Promise<Page<NoticeView | DutyNotice | NewsNotice>> {
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

  @Get('notice-choice')
  @May(signedIn)
  choice(@Me() me: Viewer): Promise<NoticeChoice> {
    return this.addresses.choice(me);
  }

  @Put('notice-choice')
  @HttpCode(204)
  @May(signedIn)
  choose(@Me() me: Viewer, @Body(parsed(NoticeChoice)) input: NoticeChoice): Promise<void> {
    return this.addresses.choose(me, input);
  }

  // What follows is for whoever holds a secret: of a receipt, or of a letter. It says how it is, so it may be sent twice; no stored answer ties a device to it.
  @Post('receipt-address-lookups')
  @HttpCode(200)
  @May(everybody)
  address(@Body(parsed(BySecret)) { secret }: BySecret): Promise<GuestAddress> {
    return this.addresses.ofReceipt(secret);
  }

  @Post('receipt-addresses')
  @HttpCode(204)
  @May(everybody)
  leaveAddress(@Body(parsed(LeaveAddress)) input: LeaveAddress): Promise<void> {
    return this.addresses.leave(input);
  }

  @Post('receipt-address-removals')
  @HttpCode(204)
  @May(everybody)
  removeAddress(@Body(parsed(BySecret)) { secret }: BySecret): Promise<void> {
    return this.addresses.remove(secret);
  }

  @Post('address-confirmations')
  @HttpCode(204)
  @May(everybody)
  confirmAddress(@Body(parsed(BySecret)) { secret }: BySecret): Promise<void> {
    return this.addresses.confirm(secret);
  }

  @Post('unsubscribes')
  @HttpCode(204)
  @May(everybody)
  unsubscribe(@Body(parsed(BySecret)) { secret }: BySecret): Promise<void> {
    return this.addresses.unsubscribe(secret);
  }

  /** From the reader's mail program, which sends its own form and no cookie (RFC 8058). */
  @Post('one-click-unsubscribes/:secret')
  @TakesFile('application/x-www-form-urlencoded', 'multipart/form-data')
  @HttpCode(204)
  @May(everybody)
  unsubscribeAtOnce(@Param(parsed(BySecret)) { secret }: BySecret): Promise<void> {
    return this.addresses.unsubscribe(secret);
  }
}
