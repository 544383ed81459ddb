import type { ReadReport } from '@spolu/contracts/report-blocks';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';

export const pictureAddress = (sessionId: string, fileId: string) => `/api/sessions/${sessionId}/report-pictures/${fileId}`;

interface ReportPictureProps {
  report: Pick<ReadReport, 'sessionId' | 'language' | 'pictures'>;
  picture: { fileId: string; alt: string; caption: string };
}

/** A photograph or a graphic record that was brought to the report. */
export function ReportPictureView({ report, picture: { fileId, alt, caption } }: ReportPictureProps) {
  const t = useText('sessions/report');
  const [gone, setGone] = useState(false);
  const size = report.pictures.find((one) => one.fileId === fileId);
  if (gone) return <p className="soft">{t('picture.gone')}</p>;
  const address = pictureAddress(report.sessionId, fileId);
  return (
    <figure className="report-picture" lang={report.language}>
      <a href={address} target="_blank" rel="noreferrer">
        <img src={address} alt={alt} width={size?.width} height={size?.height} loading="lazy" onError={() => setGone(true)} />
      </a>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}
