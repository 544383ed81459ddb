import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Claim, LookUpClaims, type Claimed, type ClaimList } from '@spolu/contracts/claims';
import { parsed } from '../http/parsed.ts';
import { May, signedIn } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { ClaimsService } from './claims.service.ts';

@Controller()
export class ClaimsController {
  constructor(private readonly claims: ClaimsService) {}

  /** A POST so that a receipt's secret stands in no address and no log. */
  @Post('claim-lookups')
  @HttpCode(200)
  @May(signedIn)
  lookUp(@Me() me: Viewer, @Body(parsed(LookUpClaims)) { secret }: LookUpClaims): Promise<ClaimList> {
    return this.claims.lookUp(me, secret);
  }

  /** Carries a secret, so it is no idempotent command; claimed twice is claimed once. */
  @Post('claims')
  @HttpCode(200)
  @May(signedIn)
  claim(@Me() me: Viewer, @Body(parsed(Claim)) input: Claim): Promise<Claimed> {
    return this.claims.claim(me, input);
  }
}
