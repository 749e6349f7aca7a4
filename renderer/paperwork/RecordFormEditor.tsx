import { Button, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordForm } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { BeginWith } from './BeginWith.tsx';
import { FieldEditor } from './FieldEditor.tsx';
import { flawsOfDraft, takeSet, withReadableIds } from './formDraft.ts';
import { FormPart } from './FormPart.tsx';
import { FormPreview } from './FormPreview.tsx';
import classes from './Paperwork.module.css';

/** The form under the pen. What is typed stays until it is saved or left, also while somebody else saves theirs. */
export const RecordFormEditor = ({ known }: { readonly known: RecordForm }) => {
  const { t } = useTranslation('paperwork');
  const [edited, setEdited] = useState<RecordForm | null>(null);
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState('');
  const [trying, setTrying] = useState(false);
  const page = useRef<HTMLFormElement>(null);
  const save = useCommand((client, form: RecordForm) => client.recordForm.save(form));
  const draft = edited ?? known;
  const flaws = flawsOfDraft(draft, known);
  const change = (part: Partial<RecordForm>): void => {
    setSaid('');
    setEdited({ ...draft, ...part });
  };
  const flawAt = (path: string): string | undefined => {
    const flaw = tried ? flaws.find((each) => each.path === path || each.path.startsWith(`${path}.`)) : undefined;
    return flaw === undefined ? undefined : t(`form.flaw.${flaw.kind}`);
  };
  const isKnown = (list: 'categories' | 'rules' | 'fields') => (item: { readonly id: string }) => known[list].some(({ id }) => id === item.id);
  const leave = (words: string): void => {
    setEdited(null);
    setTried(false);
    setSaid(words);
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (flaws.length > 0) {
      requestAnimationFrame(() => page.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if ((await save.run(withReadableIds(draft, known))).ok) leave(t('form.saved'));
  };
  const inUse = draft.categories.filter(({ retired }) => !retired);

  return (
    <form
      ref={page}
      noValidate
      className={classes.page}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Text>{t('form.explanation')}</Text>
      <BeginWith
        onTake={(set, form) => {
          setEdited(takeSet(form, known));
          setSaid(t('form.begin.taken', { set: t(`form.begin.sets.${set}`) }));
        }}
      />
      <FormPart
        words={t('form.categories', { returnObjects: true })}
        items={draft.categories}
        nameOf={({ name }) => name}
        isKnown={isKnown('categories')}
        longest={60}
        newItem={() => ({ id: crypto.randomUUID(), name: '', retired: false })}
        onChange={(categories) => change({ categories })}
        row={({ name }, index, set) => <TextInput aria-label={t('form.categories.name', { number: index + 1 })} maxLength={60} value={name} error={flawAt(`categories.${index}.name`)} onChange={(event) => set({ name: event.currentTarget.value })} />}
      />
      <FormPart
        words={t('form.places', { returnObjects: true })}
        items={draft.places}
        nameOf={({ name }) => name}
        isKnown={() => false}
        longest={300}
        newItem={() => ({ name: '', area: draft.places.at(-1)?.area ?? '' })}
        onChange={(places) => change({ places })}
        row={({ name, area }, index, set) => (
          <div className={classes.pairOfFields}>
            <TextInput aria-label={t('form.places.name', { number: index + 1 })} placeholder={t('form.places.placeholder')} maxLength={80} value={name} error={flawAt(`places.${index}.name`)} onChange={(event) => set({ name: event.currentTarget.value })} />
            <TextInput aria-label={t('form.places.area', { number: index + 1 })} placeholder={t('form.places.areaPlaceholder')} maxLength={60} value={area} onChange={(event) => set({ area: event.currentTarget.value })} />
          </div>
        )}
      />
      <FormPart
        words={t('form.rules', { returnObjects: true })}
        items={draft.rules}
        nameOf={({ text }) => text}
        isKnown={isKnown('rules')}
        longest={60}
        newItem={() => ({ id: crypto.randomUUID(), text: '', retired: false })}
        onChange={(rules) => change({ rules })}
        row={({ text }, index, set) => <TextInput aria-label={t('form.rules.name', { number: index + 1 })} maxLength={200} value={text} error={flawAt(`rules.${index}.text`)} onChange={(event) => set({ text: event.currentTarget.value })} />}
      />
      <FormPart
        words={t('form.fields', { returnObjects: true })}
        items={draft.fields}
        nameOf={({ label }) => label}
        isKnown={isKnown('fields')}
        longest={40}
        newItem={() => ({ id: crypto.randomUUID(), label: '', help: '', kind: 'text' as const, choices: [], categories: [], required: false, retired: false })}
        onChange={(fields) => change({ fields })}
        row={(field, index, set) => <FieldEditor field={field} number={index + 1} categories={inUse} isKnown={isKnown('fields')(field)} flawOf={(part) => flawAt(`fields.${index}.${part}`)} onChange={set} />}
      />
      <div className={classes.bar}>
        <Text role="status">{said}</Text>
        {tried && flaws.length > 0 && <Text role="alert">{t('form.fix', { count: flaws.length })}</Text>}
        <ProblemNote problem={save.problem} />
        <Button variant="default" onClick={() => setTrying(true)}>
          {t('form.preview')}
        </Button>
        {edited !== null && (
          <>
            <Button variant="default" onClick={() => leave('')}>
              {t('form.discard')}
            </Button>
            <Button type="submit" loading={save.busy}>
              {t('form.save')}
            </Button>
          </>
        )}
      </div>
      {trying && <FormPreview draft={draft} onClose={() => setTrying(false)} />}
    </form>
  );
};
