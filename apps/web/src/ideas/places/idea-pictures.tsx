import type { IdeaPictureView } from '@spolu/contracts/idea-places';
import type { Language } from '@spolu/contracts/common';
import { useText } from '../../i18n/use-text.ts';
import './places.css';

/** What its author brought with an idea; each opens in full. */
export function IdeaPictures({ ideaId, pictures, language }: { ideaId: string; pictures: readonly IdeaPictureView[]; language: Language | null }) {
  const t = useText('ideas');
  return (
    <section className="page-section">
      <h2>{t('pictures.title')}</h2>
      <ul role="list" className="ideas-pictures" lang={language ?? undefined}>
        {pictures.map(({ fileId, alt, width, height }) => (
          <li key={fileId}>
            <a href={`/api/ideas/${ideaId}/pictures/${fileId}`} target="_blank" rel="noreferrer">
              <img src={`/api/ideas/${ideaId}/pictures/${fileId}`} alt={alt} width={width} height={height} loading="lazy" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
