import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ById, type Page, PageQuery } from '@spolu/contracts/common';
import {
  AcceptInvitation, ChangePassword, DemoSignIn, EditMe, LookUpInvitation, SetUp, SignIn, type Installation, type InvitationOffer, type Me as MeView, type SignInView,
} from '@spolu/contracts/identity';
import { Problem } from '@spolu/contracts/problems';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../config/config.ts';
import { parsed } from '../http/parsed.ts';
import { everybody, May, signedIn } from '../http/policy.ts';
import { cookieName } from '../http/sign-in.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { Accounts } from './accounts.service.ts';
import { Invitations } from './invitations.service.ts';
import { PasswordGuard } from './password.strategy.ts';

/** One's own account, and the doors into it. */
@Controller()
export class AccountController {
  constructor(
    private readonly accounts: Accounts,
    private readonly invitations: Invitations,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('installation')
  @May(everybody)
  installation(@Me() me: Viewer, @Req() request: Request): Promise<Installation> {
    return this.accounts.installation(me, request);
  }

  @Get('me')
  @May(everybody)
  me(@Me() me: Viewer): Promise<MeView> {
    return this.accounts.me(me);
  }

  @Put('me')
  @HttpCode(204)
  @May(signedIn)
  edit(@Me() me: Viewer, @Body(parsed(EditMe)) input: EditMe): Promise<void> {
    return this.accounts.edit(me, input);
  }

  @Put('me/password')
  @HttpCode(204)
  @May(signedIn)
  changePassword(@Me() me: Viewer, @Body(parsed(ChangePassword)) input: ChangePassword, @Req() request: Request): Promise<void> {
    return this.accounts.changePassword(me, request, input);
  }

  @Post('sign-ins')
  @May(everybody)
  @UseGuards(PasswordGuard)
  signIn(@Body(parsed(SignIn)) _: SignIn, @Req() request: Request & { user?: { id: string } }): Promise<MeView> {
    if (!request.user) throw new Problem('wrong-credentials');
    return this.accounts.signIn(request, request.user.id);
  }

  @Post('demo-sign-ins')
  @May(everybody)
  signInForDemo(@Me() me: Viewer, @Body(parsed(DemoSignIn)) { role }: DemoSignIn, @Req() request: Request): Promise<MeView> {
    return this.accounts.signInForDemo(me, request, role);
  }

  @Get('sign-ins')
  @May(signedIn)
  signIns(@Me() me: Viewer, @Req() request: Request, @Query(parsed(PageQuery)) query: PageQuery): Promise<Page<SignInView>> {
    return this.accounts.ownSignIns(me, request, query);
  }

  @Delete('sign-ins/current')
  @HttpCode(204)
  @May(signedIn)
  async signOut(@Me() me: Viewer, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.accounts.signOut(me, request);
    response.clearCookie(cookieName(this.config), { path: '/', httpOnly: true, sameSite: 'lax', secure: this.config.secure });
  }

  @Delete('sign-ins/:id')
  @HttpCode(204)
  @May(signedIn)
  endSignIn(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<void> {
    return this.accounts.endOwnSignIn(me, id);
  }

  @Post('set-up')
  @May(everybody)
  setUp(@Me() me: Viewer, @Body(parsed(SetUp)) input: SetUp, @Req() request: Request): Promise<MeView> {
    return this.accounts.setUp(me, request, input);
  }

  @Post('invitation-lookups')
  @HttpCode(200)
  @May(everybody)
  lookUpInvitation(@Body(parsed(LookUpInvitation)) input: LookUpInvitation, @Req() request: Request): Promise<InvitationOffer> {
    return this.invitations.lookUp(input, request.ip);
  }

  @Post('invitation-acceptances')
  @May(everybody)
  acceptInvitation(@Me() me: Viewer, @Body(parsed(AcceptInvitation)) input: AcceptInvitation, @Req() request: Request): Promise<MeView> {
    return this.accounts.acceptInvitation(me, request, input);
  }
}
