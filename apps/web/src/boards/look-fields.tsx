import { CONNECTOR_HEADS, CONNECTOR_LINES, FILLS, LINE_COLOURS, PENS, SHAPE_FORMS, TEXT_SIZES } from '@spolu/board/looks';
import { NOTE_COLOURS } from '@spolu/contracts/plain';
import type { DrawingKind } from '@spolu/contracts/boards';
import { useId } from 'react';
import { useText } from '../i18n/use-text.ts';
import type { DrawingLook } from './drawing-actions.ts';

export interface LookFieldsProps {
  kind: DrawingKind;
  look: Partial<DrawingLook>;
  onChange: (look: Partial<DrawingLook>) => void;
}

/** How a drawing of this kind may look, in words and in swatches. */
export function LookFields({ kind, look, onChange }: LookFieldsProps) {
  const t = useText('boards');
  return (
    <div className="board-looks">
      {kind === 'shape' && (
        <>
          <Choice label={t('look.form')} options={SHAPE_FORMS} value={look.form} nameOf={(form) => t(`form.${form}`)} onChange={(form) => onChange({ form })} />
          <Swatches label={t('look.fill')} mark="fill" options={FILLS} value={look.fill} nameOf={(fill) => (fill === 'none' || fill === 'white' ? t(`look.${fill}`) : t(`colour.${fill}`))} onChange={(fill) => onChange({ fill })} />
        </>
      )}
      {kind === 'text' && <Choice label={t('look.textSize')} options={TEXT_SIZES} value={look.textSize} nameOf={(size) => t(`textSize.${size}`)} onChange={(textSize) => onChange({ textSize })} />}
      {kind === 'connector' && (
        <>
          <Choice label={t('look.line')} options={CONNECTOR_LINES} value={look.line} nameOf={(line) => t(`line.${line}`)} onChange={(line) => onChange({ line })} />
          <Choice label={t('look.heads')} options={CONNECTOR_HEADS} value={look.heads} nameOf={(heads) => t(`heads.${heads}`)} onChange={(heads) => onChange({ heads })} />
        </>
      )}
      {kind === 'stroke' && <Choice label={t('look.pen')} options={PENS} value={look.pen} nameOf={(pen) => t(`pen.${pen}`)} onChange={(pen) => onChange({ pen })} />}
      {kind === 'pin' && <Swatches label={t('colour.label')} mark="colour" options={NOTE_COLOURS} value={look.pinColour} nameOf={(colour) => t(`colour.${colour}`)} onChange={(pinColour) => onChange({ pinColour })} />}
      {(kind === 'text' || kind === 'shape' || kind === 'connector' || kind === 'stroke') && (
        <Swatches label={t('look.lineColour')} mark="line" options={LINE_COLOURS} value={look.colour} nameOf={(colour) => t(`lineColour.${colour}`)} onChange={(colour) => onChange({ colour })} />
      )}
    </div>
  );
}

interface OptionsProps<Value extends string> {
  label: string;
  options: readonly Value[];
  value: Value | undefined;
  nameOf: (value: Value) => string;
  onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, options, value, nameOf, onChange }: OptionsProps<Value>) {
  const id = useId();
  return (
    <div className="board-look">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="board-look-choice" value={value} onChange={({ target }) => onChange(target.value as Value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {nameOf(option)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Native radios that show their colour; each says its name on hover and focus. */
function Swatches<Value extends string>({ label, mark, options, value, nameOf, onChange }: OptionsProps<Value> & { mark: 'line' | 'fill' | 'colour' }) {
  const name = useId();
  return (
    <fieldset className="board-look board-colours">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option} className="board-colour" {...{ [`data-${mark}`]: option }} title={nameOf(option)}>
          <input type="radio" name={name} value={option} checked={value === option} onChange={() => onChange(option)} />
          <span className="board-colour-swatch" aria-hidden />
          <span className="board-colour-name">{nameOf(option)}</span>
        </label>
      ))}
    </fieldset>
  );
}
