import type { Translation } from '@spolu/contracts/second-language';
import { type EntityManager, In, Not } from 'typeorm';
import { sha256 } from '../../database/transactions.ts';
import { NoteTranslation } from './note-translation.entity.ts';

/** The words that a translation is of, by which it knows them again. */
export const digestOf = (words: string): Buffer => sha256(words.trim());

/** What people made of these notes, by contribution: of each as it reads now. What is of earlier words of it is left out. */
export async function translationsOf(em: EntityManager, notes: readonly { contributionId: string; text: string }[]): Promise<Map<string, Translation[]>> {
  const words = new Map(notes.map(({ contributionId, text }) => [contributionId, text]));
  const rows = await em.find(NoteTranslation, { where: { contributionId: In([...words.keys()]), text: Not('') }, order: { contributionId: 'ASC', language: 'ASC' } });
  const found = new Map<string, Translation[]>();
  for (const { contributionId, language, text, ofDigest } of rows) {
    if (!digestOf(words.get(contributionId)!).equals(ofDigest)) continue;
    found.set(contributionId, [...(found.get(contributionId) ?? []), { language, text }]);
  }
  return found;
}
