import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { sha256 } from '../database/transactions.ts';
import { newSecret } from '../http/edge.ts';
import { audit } from './audit.ts';
import { Invitation } from './invitation.entity.ts';

/** Shorter than an invitation: whoever asks for it sits at the server and waits (SEC-14). */
export const LOST_PASSWORD_LINK_LASTS_MS = 30 * 60_000;

export interface LostPasswordLink {
  /** For `/invitation#<secret>`; good once. */
  secret: string;
  expiresAt: Date;
}

/**
 * Lets an administrator choose another password when nobody else can help her: her old one and all her sign-ins end, and a link invites her, in her own
 * name, to the role she has. For whoever may run commands on the server, in one transaction; earlier such links end.
 * @returns null where no active administrator has this e-mail
 */
export async function issueLostPasswordLink(em: EntityManager, email: string, now = new Date()): Promise<LostPasswordLink | null> {
  const [administrator] = await em.query<{ id: string; name: string }[]>(
    `select p.id, p.name from person p where p.email = $1 and p.active and exists (select 1 from role r, installation i
        where r.person_id = p.id and r.scope = 'installation' and r.role = 'administrator' and r.ended_at is null
          and (now() at time zone i.time_zone)::date between coalesce(r.from_on, '-infinity') and coalesce(r.until_on, 'infinity'))
      for update of p`,
    [email],
  );
  if (!administrator) return null;
  const { id: personId, name } = administrator;
  await em.query('update person set password_hash = null where id = $1', [personId]);
  // Open sockets are shown out by the running server's next sweep, within a minute.
  await em.query('delete from sign_in where person_id = $1', [personId]);
  await em.query('update invitation set withdrawn_at = $2 where person_id = $1 and invited_by = $1 and accepted_at is null and withdrawn_at is null', [personId, now]);
  const [id, secret, expiresAt] = [newId(), newSecret(), new Date(now.getTime() + LOST_PASSWORD_LINK_LASTS_MS)];
  await em.insert(Invitation, {
    id, secretHash: sha256(secret), personId, name, scope: 'installation', scopeId: null, role: 'administrator', fromOn: null, untilOn: null, invitedBy: personId,
    invitedAt: now, expiresAt,
  });
  await audit(em, { by: null, action: 'password.forgotten', subjectKind: 'person', subjectId: personId });
  await audit(em, { by: null, action: 'invitation.made', subjectKind: 'invitation', subjectId: id, facts: { scope: 'installation', scopeId: null, role: 'administrator' } });
  return { secret, expiresAt };
}
