import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ById, type Page, PageQuery } from '@spolu/contracts/common';
import { IssueReceipt, LookUpReceipt, ReceiptQuery, type ContributionWay, type Receipt, type ReceiptView, type Way } from '@spolu/contracts/provenance';
import type { Request } from 'express';
import { CONFIG, type Config } from '../config/config.ts';
import { parsed } from '../http/parsed.ts';
import { May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { issueReceipt, lookUpReceipt, readOwnContributions, readRecord } from './provenance.policy.ts';
import { ReceiptsService } from './receipts.service.ts';
import { WaysService } from './ways.service.ts';

@Controller()
export class ProvenanceController {
  constructor(
    private readonly receipts: ReceiptsService,
    private readonly ways: WaysService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('records/:id/way')
  @May(readRecord)
  way(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<Way> {
    return this.ways.of(me, id);
  }

  @Get('contributions/mine')
  @May(readOwnContributions)
  mine(@Me() me: Viewer, @Query(parsed(PageQuery)) query: PageQuery): Promise<Page<ContributionWay>> {
    return this.ways.mine(me, query);
  }

  /** Carries a secret in and none out: a POST so that the secret stands in no address and no log. */
  @Post('receipt-lookups')
  @HttpCode(200)
  @May(lookUpReceipt)
  lookUp(@Body(parsed(LookUpReceipt)) { secret }: LookUpReceipt, @Query(parsed(ReceiptQuery)) { lang }: ReceiptQuery): Promise<ReceiptView> {
    return this.ways.lookUpReceipt(secret, lang);
  }

  /** Answers with a secret, so it is no idempotent command: whoever asks twice has two receipts, and the later one is in force. */
  @Post('receipts')
  @May(issueReceipt)
  async issue(@Me() me: Viewer, @Body(parsed(IssueReceipt)) { participantId }: IssueReceipt, @Req() request: Request): Promise<Receipt> {
    const secret = await this.receipts.issueOwn(me, participantId);
    const origin = this.config.publicUrl?.origin ?? `${request.protocol}://${request.get('host') ?? ''}`;
    return { secret, url: `${origin}/r#${secret}` };
  }
}
