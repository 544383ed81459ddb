import { ALT_MAX_LENGTH, IDEA_PICTURES_MAX } from '@spolu/contracts/idea-places';
import { PICTURE_MAX_BYTES, PICTURE_TYPES } from '@spolu/contracts/plain';
import { Button } from '@spolu/ui/button';
import { FileField } from '@spolu/ui/file-field';
import { TextField } from '@spolu/ui/text-field';
import { useEffect, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { useText } from '../../i18n/use-text.ts';
import { fieldIdOf } from '../../shell/use-form.ts';
import './places.css';

const MB = 1024 * 1024;

export interface ChosenPicture {
  /** Its key while it is on its way. */
  key: string;
  file: File;
  alt: string;
}

/** Up to three pictures, each with words for those who do not see it. They are sent with the idea. */
export function PicturesField({ value, onChange, errorOf, lang }: { value: readonly ChosenPicture[]; onChange: (value: readonly ChosenPicture[]) => void; errorOf: (path: string) => string | null; lang: string }) {
  const t = useText('ideas');
  const change = (key: string, alt: string) => onChange(value.map((one) => (one.key === key ? { ...one, alt: alt.slice(0, ALT_MAX_LENGTH) } : one)));
  return (
    <div className="stack" role="group" aria-label={t('pictures.title')}>
      {value.map(({ key, file, alt }, i) => (
        <div key={key} className="ideas-chosen-picture">
          <Preview file={file} />
          <div className="stack stack-s">
            <TextField id={fieldIdOf(`pictures.${i}.alt`)} label={t('pictures.alt', { number: i + 1 })} hint={t('pictures.altHint')} lang={lang} value={alt} onChange={(words) => change(key, words)} error={errorOf(`pictures.${i}.alt`)} />
            <div>
              <Button look="quiet" size="small" onPress={() => onChange(value.filter((one) => one.key !== key))}>{t('pictures.remove', { name: file.name })}</Button>
            </div>
          </div>
        </div>
      ))}
      {value.length < IDEA_PICTURES_MAX && (
        <FileField
          label={t('pictures.label')}
          hint={t('pictures.hint', { max: IDEA_PICTURES_MAX, size: PICTURE_MAX_BYTES / MB })}
          accept={PICTURE_TYPES}
          choose={t(value.length > 0 ? 'pictures.another' : 'pictures.choose')}
          file={null}
          error={errorOf('pictures')}
          onChange={(file) => onChange([...value, { key: uuid(), file, alt: '' }])}
        />
      )}
    </div>
  );
}

function Preview({ file }: { file: File }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address && <img src={address} alt="" />;
}
