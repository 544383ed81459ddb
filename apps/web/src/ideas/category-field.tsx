import type { IdeaCategory } from '@spolu/contracts/idea-intake';
import { Select } from '@spolu/ui/select';
import { useText } from '../i18n/use-text.ts';
import { fieldIdOf } from '../shell/use-form.ts';

/** One of the categories of a process, or none; nothing where it has none. */
export function CategoryField({ categories, value, onChange, error }: { categories: readonly IdeaCategory[]; /** Empty: none. */ value: string; onChange: (categoryId: string) => void; error: string | null }) {
  const t = useText('ideas');
  if (categories.length === 0) return null;
  return (
    <Select
      id={fieldIdOf('categoryId')}
      label={t('field.category')}
      optional
      options={[{ id: '', label: t('contribute.noCategory') }, ...categories.map(({ id, title }) => ({ id, label: title }))]}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
