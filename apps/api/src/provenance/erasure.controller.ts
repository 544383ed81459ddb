import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ById } from '@spolu/contracts/common';
import { EraseGuest, EraseMe, ErasePerson, type ErasurePreview } from '@spolu/contracts/erasure';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../config/config.ts';
import { parsed } from '../http/parsed.ts';
import { May, signedIn } from '../http/policy.ts';
import { cookieName } from '../http/sign-in.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { ErasureService } from './erasure.service.ts';
import { erasePerson, lookUpReceipt } from './provenance.policy.ts';

/** Being forgotten happens once: asked for again, there is nobody any more to ask for. */
@Controller()
export class ErasureController {
  constructor(
    private readonly erasure: ErasureService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('me/erasure')
  @May(signedIn)
  preview(@Me() me: Viewer): Promise<ErasurePreview> {
    return this.erasure.preview(me);
  }

  @Post('me/erasures')
  @HttpCode(204)
  @May(signedIn)
  async eraseMe(@Me() me: Viewer, @Body(parsed(EraseMe)) { password }: EraseMe, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.erasure.eraseMe(me, password, request);
    response.clearCookie(cookieName(this.config), { path: '/', httpOnly: true, sameSite: 'lax', secure: this.config.secure });
  }

  @Post('receipt-erasures')
  @HttpCode(204)
  @May(lookUpReceipt)
  eraseGuest(@Me() me: Viewer, @Body(parsed(EraseGuest)) { secret }: EraseGuest): Promise<void> {
    return this.erasure.eraseGuest(me, secret);
  }

  @Post('people/:id/erasures')
  @HttpCode(204)
  @May(erasePerson)
  erasePerson(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(ErasePerson)) input: ErasePerson): Promise<void> {
    return this.erasure.erasePerson(me, id, input);
  }
}
