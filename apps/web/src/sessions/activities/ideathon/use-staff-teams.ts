import type { StaffTeams } from '@spolu/contracts/activities/ideathon';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keyOf, useResource } from '../../../http/queries.ts';

/** All teams as the staff see them; read again when the room changed. @param version of the staff's state */
export function useStaffTeams(activityId: string, version: number): StaffTeams | undefined {
  const path = `/activities/${activityId}/teams`;
  const client = useQueryClient();
  const { data } = useResource<StaffTeams>(path);
  useEffect(() => void client.invalidateQueries({ queryKey: keyOf(path) }), [client, path, version]);
  return data;
}
