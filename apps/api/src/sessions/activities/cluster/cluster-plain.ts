import type { ReportClusters } from '@spolu/contracts/activities/cluster';
import type { PlainPart } from '../../report/plain.ts';
import type { ReportWords } from '../../report/report-words.ts';

/** Clusters as an activity of any kind closed them. */
export const plainClusters = ({ clusters, unclustered }: ReportClusters, words: ReportWords): PlainPart[] => [
  { kind: 'paragraph', text: `${words.clusters(clusters.length)}.` },
  ...clusters.flatMap(({ title, notes, dots }): PlainPart[] => [
    { kind: 'heading', text: `${title || words.unnamed} (${[...(dots === null ? [] : [words.dots(dots)]), words.notes(notes.length)].join(', ')})` },
    { kind: 'notes', notes },
  ]),
  ...(unclustered.length > 0 ? [{ kind: 'heading' as const, text: `${words.unclustered} (${words.notes(unclustered.length)})` }, { kind: 'notes' as const, notes: unclustered }] : []),
];
