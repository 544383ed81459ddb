import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { BodyQuery, EditMandate, EditMembership, MemberRef, type BodyPage } from '@spolu/contracts/bodies';
import { ById, PageQuery, type Made, type Page } from '@spolu/contracts/common';
import {
  EditBody, EditOrganisation, EditPerson, GiveRole, HandOver, Invite, PeopleQuery, PlaceQuery,
  type AuditEntryView, type BodyView, type InvitationLink, type InvitationView, type OrganisationView, type PersonView, type RoleView,
} from '@spolu/contracts/identity';
import type { Request } from 'express';
import { Idempotent } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { everybody, May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { Directory } from './directory.service.ts';
import { editBody, editMandate, editOrganisation, editPerson, endSignInsOfOthers, forgetPassword, giveRoles, listPeople, seeAuditEntries } from './identity.policy.ts';
import { Invitations } from './invitations.service.ts';
import { Mandates } from './mandates.service.ts';
import { Roles } from './roles.service.ts';

/** People, organisations, bodies, roles: what administrators keep, and whoever may give a role. */
@Controller()
export class IdentityController {
  constructor(
    private readonly directory: Directory,
    private readonly roles: Roles,
    private readonly invitations: Invitations,
    private readonly mandates: Mandates,
  ) {}

  @Get('people')
  @May(listPeople)
  people(@Me() me: Viewer, @Query(parsed(PeopleQuery)) query: PeopleQuery): Promise<Page<PersonView>> {
    return this.directory.people(me, query);
  }

  @Put('people/:id')
  @HttpCode(204)
  @May(editPerson)
  editPerson(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(EditPerson)) input: EditPerson): Promise<void> {
    return this.directory.editPerson(me, id, input);
  }

  @Delete('people/:id/sign-ins')
  @HttpCode(204)
  @May(endSignInsOfOthers)
  endSignInsOf(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<void> {
    return this.directory.endSignInsOf(me, id);
  }

  @Delete('people/:id/password')
  @HttpCode(204)
  @May(forgetPassword)
  forgetPassword(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<void> {
    return this.directory.forgetPassword(me, id);
  }

  @Get('organisations')
  @May(everybody)
  organisations(@Me() me: Viewer, @Query(parsed(PageQuery)) query: PageQuery): Promise<Page<OrganisationView>> {
    return this.directory.organisations(me, query);
  }

  @Post('organisations')
  @May(editOrganisation)
  @Idempotent()
  addOrganisation(@Me() me: Viewer, @Body(parsed(EditOrganisation)) input: EditOrganisation): Promise<Made> {
    return this.directory.addOrganisation(me, input);
  }

  @Put('organisations/:id')
  @HttpCode(204)
  @May(editOrganisation)
  editOrganisation(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(EditOrganisation)) input: EditOrganisation): Promise<void> {
    return this.directory.editOrganisation(me, id, input);
  }

  @Get('bodies')
  @May(everybody)
  bodies(@Me() me: Viewer, @Query(parsed(PageQuery)) query: PageQuery): Promise<Page<BodyView>> {
    return this.directory.bodies(me, query);
  }

  @Post('bodies')
  @May(editBody)
  @Idempotent()
  addBody(@Me() me: Viewer, @Body(parsed(EditBody)) input: EditBody): Promise<Made> {
    return this.directory.addBody(me, input);
  }

  @Put('bodies/:id')
  @HttpCode(204)
  @May(editBody)
  editBody(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(EditBody)) input: EditBody): Promise<void> {
    return this.directory.editBody(me, id, input);
  }

  @Get('bodies/:id')
  @May(everybody)
  body(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Query(parsed(BodyQuery)) { on }: { on?: string }): Promise<BodyPage> {
    return this.mandates.view(me, id, on);
  }

  @Post('bodies/:id/mandates')
  @May(editMandate)
  @Idempotent()
  nameMember(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(EditMandate)) input: EditMandate): Promise<Made> {
    return this.mandates.name(me, id, input);
  }

  @Put('bodies/:id/members/:personId')
  @HttpCode(204)
  @May(editMandate)
  representAs(@Me() me: Viewer, @Param(parsed(MemberRef)) { id, personId }: { id: string; personId: string }, @Body(parsed(EditMembership)) input: EditMembership): Promise<void> {
    return this.mandates.represent(me, id, personId, input);
  }

  @Put('mandates/:id')
  @HttpCode(204)
  @May(editMandate)
  editMandate(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(EditMandate)) input: EditMandate): Promise<void> {
    return this.mandates.edit(me, id, input);
  }

  @Delete('mandates/:id')
  @HttpCode(204)
  @May(editMandate)
  removeMandate(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<void> {
    return this.mandates.remove(me, id);
  }

  @Get('roles')
  @May(giveRoles)
  rolesIn(@Me() me: Viewer, @Query(parsed(PlaceQuery)) query: PlaceQuery): Promise<Page<RoleView>> {
    return this.roles.list(me, query);
  }

  @Post('roles')
  @May(giveRoles)
  @Idempotent()
  giveRole(@Me() me: Viewer, @Body(parsed(GiveRole)) input: GiveRole): Promise<Made> {
    return this.roles.give(me, input);
  }

  @Post('roles/:id/hand-over')
  @HttpCode(204)
  @May(giveRoles)
  @Idempotent()
  handOver(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(HandOver)) input: HandOver): Promise<void> {
    return this.roles.handOver(me, id, input);
  }

  @Delete('roles/:id')
  @HttpCode(204)
  @May(giveRoles)
  endRole(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<void> {
    return this.roles.end(me, id);
  }

  /** Not answered from memory when sent again: the link is a secret and stored nowhere. A second one makes a second link. */
  @Post('invitations')
  @May(giveRoles)
  invite(@Me() me: Viewer, @Body(parsed(Invite)) input: Invite, @Req() request: Request): Promise<InvitationLink> {
    return this.invitations.invite(me, input, request);
  }

  @Get('invitations')
  @May(giveRoles)
  invitationsIn(@Me() me: Viewer, @Query(parsed(PlaceQuery)) query: PlaceQuery): Promise<Page<InvitationView>> {
    return this.invitations.list(me, query);
  }

  @Delete('invitations/:id')
  @HttpCode(204)
  @May(giveRoles)
  withdrawInvitation(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<void> {
    return this.invitations.withdraw(me, id);
  }

  @Get('audit-entries')
  @May(seeAuditEntries)
  auditEntries(@Me() me: Viewer, @Query(parsed(PageQuery)) query: PageQuery): Promise<Page<AuditEntryView>> {
    return this.directory.auditEntries(me, query);
  }
}
