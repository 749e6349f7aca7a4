import { SegmentedControl } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, untranslated } from '../../main/contract/index.ts';
import type { Section, Step, StepAction, Wording } from '../../main/contract/index.ts';
import { outlineOf } from './outline.ts';
import type { Document } from './outline.ts';
import classes from './Preview.module.css';

type Face = 'discreet' | 'full';

interface Props {
  readonly document: Document;
  readonly language: string | null;
  /** What is being written is marked. */
  readonly chosen: string;
}

/** What the desk makes of it: as it stands on the noticeboard, or as "More" says it. Nothing in it does anything. */
export const Preview = ({ document, language, chosen }: Props) => {
  const { t } = useTranslation('procedures');
  const [face, setFace] = useState<Face>('discreet');
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const line = sheet.current?.querySelector<HTMLElement>('[data-chosen]');
    // Only the sheet scrolls, never the page under somebody's hands.
    if (line != null && sheet.current !== null) sheet.current.scrollTop = line.offsetTop - sheet.current.clientHeight / 3;
  }, [chosen]);

  const shown = inLanguage(document, language);
  const missing = language === null ? new Set<string>() : new Set(untranslated(document, language).flatMap((path) => keyOf(document, path)));
  const line = (key: string) => ({ wording: (wording: Wording) => wording[face], chosen: key === chosen, missing: missing.has(key) });
  const context: Context = { document: shown, line };
  return (
    <aside className={classes.preview} aria-label={t('preview.title')}>
      <SegmentedControl
        fullWidth
        aria-label={t('preview.faces')}
        value={face}
        data={[
          { value: 'discreet', label: t('preview.discreet') },
          { value: 'full', label: t('preview.full') },
        ]}
        onChange={(value) => setFace(value === 'full' ? 'full' : 'discreet')}
      />
      <div ref={sheet} className={classes.sheet} tabIndex={0} role="group" aria-label={t('preview.title')} lang={language ?? document.language}>
        <p className={classes.title} data-chosen={chosen === '@head' ? '' : undefined}>
          {shown.title[face]}
          {missing.has('@head') && <Untranslated />}
        </p>
        {shown.sections.map((section) => (
          <div key={section.id} className={classes.section}>
            <Line id={section.id} text={section.title[face]} context={context} heading />
            <SectionPreview section={section} context={context} />
          </div>
        ))}
        <div className={classes.section}>
          <p className={classes.heading}>{t('preview.handy')}</p>
          <ul className={classes.steps}>
            {shown.numbers.map(({ id, label, dial }) => (
              <Handy key={id} text={label[face]} value={dial} />
            ))}
            <Handy text={shown.alarmCode.wording[face]} value={shown.alarmCode.dial} />
            <Handy text={shown.safeRoom.wording[face]} value={shown.safeRoom.place} />
            <Handy text={shown.codePhrase[face]} value="" />
          </ul>
        </div>
      </div>
    </aside>
  );
};

interface Context {
  readonly document: Document;
  readonly line: (key: string) => { readonly wording: (wording: Wording) => string; readonly chosen: boolean; readonly missing: boolean };
}

const SectionPreview = ({ section, context }: { readonly section: Section; readonly context: Context }) => {
  switch (section.type) {
    case 'steps':
      return <StepsPreview steps={section.steps} context={context} />;
    case 'cues':
      return <StepsPreview steps={section.cues} context={context} />;
    case 'question':
      return section.answers.map((answer) => (
        <div key={answer.id} className={classes.answer}>
          <Line id={answer.id} text={context.line(answer.id).wording(answer.wording)} context={context} boxed />
          <StepsPreview steps={answer.steps} context={context} />
        </div>
      ));
  }
};

const StepsPreview = ({ steps, context }: { readonly steps: readonly Step[]; readonly context: Context }) => (
  <ul className={classes.steps}>
    {steps.map((step) => (
      <li key={step.id}>
        <Line id={step.id} text={context.line(step.id).wording(step.wording)} context={context} action={step.action} ticks />
        {step.steps !== undefined && <StepsPreview steps={step.steps} context={context} />}
      </li>
    ))}
  </ul>
);

interface LineProps {
  readonly id: string;
  readonly text: string;
  readonly context: Context;
  readonly heading?: boolean;
  readonly boxed?: boolean;
  readonly ticks?: boolean;
  readonly action?: StepAction | undefined;
}

const Line = ({ id, text, context, heading = false, boxed = false, ticks = false, action }: LineProps) => {
  const { chosen, missing } = context.line(id);
  return (
    <div className={`${classes.line} ${heading ? classes.heading : ''} ${boxed ? classes.boxed : ''}`} data-chosen={chosen ? '' : undefined}>
      {ticks && <span className={classes.box} aria-hidden />}
      <span className={classes.text}>
        {text === '' ? '…' : text}
        {missing && <Untranslated />}
      </span>
      {action !== undefined && <Offer action={action} document={context.document} />}
    </div>
  );
};

const Offer = ({ action, document }: { readonly action: StepAction; readonly document: Document }) => {
  const { t } = useTranslation('procedures');
  switch (action.do) {
    case 'dial':
      return <span className={classes.dial}>{document.numbers.find(({ id }) => id === action.number)?.dial ?? '?'}</span>;
    case 'alarm-code':
      return <span className={classes.dial}>{document.alarmCode.dial}</span>;
    case 'code-phrase':
      return <span className={classes.phrase}>{document.codePhrase.discreet}</span>;
    case 'safe-room':
      return <span className={classes.phrase}>{document.safeRoom.place}</span>;
    case 'raise':
      return <span className={classes.dial}>{t('preview.ask')}</span>;
    case 'record':
      return <span className={classes.dial}>{t('preview.write')}</span>;
  }
};

const Handy = ({ text, value }: { readonly text: string; readonly value: string }) => (
  <li className={classes.line}>
    <span className={classes.text}>{text}</span>
    {value !== '' && <span className={classes.dial}>{value}</span>}
  </li>
);

const Untranslated = () => {
  const { t } = useTranslation('procedures');
  return <span className={classes.untranslated}>{t('preview.untranslated')}</span>;
};

/** The line that a wording belongs to. */
const keyOf = (document: Document, path: string): readonly string[] => (path === 'title' ? ['@head'] : outlineOf(document).flatMap((node) => (path === `${node.path}.wording` || path === `${node.path}.title` ? [node.key] : [])));
