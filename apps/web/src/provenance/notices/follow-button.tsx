import type { Follow } from '@spolu/contracts/notices';
import { Button } from '@spolu/ui/button';
import { toast } from '@spolu/ui/toast';
import { Bell, BellOff } from 'lucide-react';
import { api } from '../../http/api.ts';
import { useCommand, useResource } from '../../http/queries.ts';
import { useMe } from '../../http/use-me.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useText } from '../../i18n/use-text.ts';

/** Whoever has an account may be told what comes of a thing. */
export function FollowButton({ recordId }: { recordId: string }) {
  const t = useText('provenance/notices');
  const { person } = useMe();
  const problemText = useProblemText();
  const path = `/records/${recordId}/following`;
  const { data } = useResource<Follow>(person ? path : null);
  const change = useCommand((following: boolean) => api.put(path, { following }), [path]);
  if (!person || !data) return null;
  const handlePress = () =>
    change.mutate(!data.following, {
      onSuccess: () => toast(t(data.following ? 'followsNoMore' : 'followsNow')),
      onError: (error) => toast(problemText(error), 'bad'),
    });
  return (
    <Button look="secondary" icon={data.following ? <BellOff aria-hidden size={18} /> : <Bell aria-hidden size={18} />} onPress={handlePress} isPending={change.isPending}>
      {t(data.following ? 'unfollow' : 'follow')}
    </Button>
  );
}
