import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { SignIn } from '@spolu/contracts/identity';
import type { Request } from 'express';
import { Strategy } from 'passport-local';
import { parse } from '../http/parsed.ts';
import { Accounts } from './accounts.service.ts';

/** E-mail and password, one way among others to say who one is; OIDC and SAML become strategies beside it. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly accounts: Accounts) {
    super({ usernameField: 'email', passwordField: 'password', passReqToCallback: true });
  }

  async validate(request: Request): Promise<{ id: string }> {
    return { id: await this.accounts.verify(parse(SignIn, request.body), request.ip) };
  }
}

/** Who signs in stands in `request.user` afterwards; the sign-in itself begins in `SignIns`, the same for every strategy. */
@Injectable()
export class PasswordGuard extends AuthGuard('password') implements CanActivate {
  override canActivate(context: ExecutionContext): ReturnType<CanActivate['canActivate']> {
    // before passport, which knows only "missing"
    parse(SignIn, context.switchToHttp().getRequest<Request>().body);
    return super.canActivate(context);
  }
}
