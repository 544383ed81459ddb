import { Problem } from '@spolu/contracts/problems';
import { Button } from '@spolu/ui/button';
import { LinkButton } from '@spolu/ui/link-button';
import { Notice } from '@spolu/ui/notice';
import { useText } from '../i18n/use-text.ts';

interface ChangedMeanwhileProps {
  /** Why the server refused what was sent. */
  failure: unknown;
  title: string;
  /** Where the newer one is read. */
  href: string;
  /** She has seen it, and hers is meant to stand. */
  onSaveMine: () => Promise<void>;
}

/** Somebody else saved meanwhile: what she typed stays, and she looks at the newer one before hers is saved over it. */
export function ChangedMeanwhile({ failure, title, href, onSaveMine }: ChangedMeanwhileProps) {
  const t = useText('commitments');
  if (!(failure instanceof Problem && failure.code === 'changed-meanwhile')) return null;
  return (
    <Notice tone="warn" title={title}>
      <div className="row">
        <LinkButton look="secondary" size="small" href={href} target="_blank">
          {t('changed.seeNewest')}
        </LinkButton>
        <Button look="secondary" size="small" onPress={() => void onSaveMine()}>
          {t('changed.saveMine')}
        </Button>
      </div>
    </Notice>
  );
}
