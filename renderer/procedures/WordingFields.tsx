import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { longestFaces } from '../../main/contract/index.ts';
import type { Wording } from '../../main/contract/index.ts';
import { writeFace } from './changes.ts';
import type { DocumentFlaw } from './checkDocument.ts';
import classes from './ItemForm.module.css';
import { useFlawOf } from './useFlawOf.ts';

interface Props {
  /** Named before the two faces where several wordings stand on one page. */
  readonly name?: string;
  readonly wording: Wording;
  /** Null: the procedure's own. */
  readonly language: string | null;
  /** Where it stands in the document. */
  readonly path: string;
  readonly flaws: readonly DocumentFlaw[];
  readonly onChange: (wording: Wording, touched: string) => void;
}

const faces = ['discreet', 'full'] as const;

/** The two faces of one wording side by side, in one language, each with its length. */
export const WordingFields = ({ name, wording, language, path, flaws, onChange }: Props) => {
  const { t } = useTranslation('procedures');
  const flawOf = useFlawOf(flaws);
  const shown = language === null ? wording : (wording.translations?.[language] ?? { discreet: '', full: '' });
  const at = language === null ? path : `${path}.translations.${language}`;
  return (
    <div className={classes.faces}>
      {faces.map((face) => (
        <Textarea
          key={face}
          label={name === undefined ? t(`wording.${face}`) : `${name}: ${t(`wording.${face}`)}`}
          description={language === null ? t(`wording.${face}Hint`) : t('wording.original', { text: wording[face] })}
          autosize
          minRows={face === 'discreet' ? 1 : 2}
          maxRows={8}
          spellCheck
          lang={language ?? undefined}
          maxLength={longestFaces[face]}
          value={shown[face]}
          error={flawOf(`${at}.${face}`)}
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          inputContainer={(input) => (
            <>
              {input}
              <Text size="sm" c="dimmed" className={classes.length}>
                {t('wording.length', { count: shown[face].length, most: longestFaces[face] })}
              </Text>
            </>
          )}
          // One line each: Enter would be nothing but a blank on the desk.
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
          }}
          onChange={(event) => onChange(writeFace(wording, language, face, event.currentTarget.value.replaceAll(/[\r\n\t]+/g, ' ')), `${at}.${face}`)}
        />
      ))}
    </div>
  );
};
