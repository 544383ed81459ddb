import { PlainButton } from '@spolu/ui/plain';
import { useText } from '../i18n/use-text.ts';
import { LookFields } from './look-fields.tsx';
import type { Look, Tool } from './scene/tools.ts';

const KINDS = { text: 'text', shape: 'shape', connector: 'connector', pen: 'stroke', pin: 'pin' } as const;

export interface ToolLookProps {
  tool: Exclude<Tool, 'select' | 'box'>;
  look: Look;
  onLook: (look: Partial<Look>) => void;
  /** Puts the thing into the middle of what is seen: no hand needed. */
  onHere: () => void;
  onDone: () => void;
}

/** What a tool will draw, while it is in the hand. */
export function ToolLook({ tool, look, onLook, onHere, onDone }: ToolLookProps) {
  const t = useText('boards');
  return (
    <div className="board-tool-look" role="group" aria-label={t('look.label')}>
      <p className="board-editor-hint">{t(`toolHint.${tool}`)}</p>
      <LookFields kind={KINDS[tool]} look={look} onChange={onLook} />
      <div className="board-editor-foot">
        {(tool === 'text' || tool === 'shape') && (
          <PlainButton look="quiet" onClick={onHere}>
            {t('toolHint.here')}
          </PlainButton>
        )}
        <PlainButton look="secondary" onClick={onDone}>
          {t('note.done')}
        </PlainButton>
      </div>
    </div>
  );
}
