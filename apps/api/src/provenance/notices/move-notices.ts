import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';

/**
 * What was noted for a guest is noted for a person from now on. Her address as a guest is forgotten, since her account has one; how often she wishes to be written to
 * holds on, unless she said it for the account already.
 */
export async function moveNotices(em: EntityManager, participantId: string, personId: string): Promise<void> {
  // of one station one unread notice is enough
  await em.query(
    `delete from notice guest using notice own where guest.participant_id = $1 and guest.read_at is null
      and own.person_id = $2 and own.moved_id = guest.moved_id and own.read_at is null`,
    [participantId, personId],
  );
  await em.query('update notice set person_id = $2, participant_id = null where participant_id = $1', [participantId, personId]);
  await em.query(
    `insert into notice_address (id, person_id, frequency) select $3, $2, frequency from notice_address where participant_id = $1 and confirmed_at is not null on conflict (person_id) do nothing`,
    [participantId, personId, newId()],
  );
  await em.query('delete from notice_address where participant_id = $1', [participantId]);
}
