import { ActionIcon, Button, Text } from '@mantine/core';
import { IconArchive, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRetired, movedUp } from './formDraft.ts';
import classes from './Paperwork.module.css';

interface Props<Item> {
  readonly words: { readonly title: string; readonly hint: string; readonly add: string; readonly none: string };
  readonly items: readonly Item[];
  readonly nameOf: (item: Item) => string;
  /** Whether records may have been filed with it: then it is retired instead of taken away. */
  readonly isKnown: (item: Item) => boolean;
  readonly longest: number;
  readonly newItem: () => Item;
  readonly onChange: (items: Item[]) => void;
  readonly row: (item: Item, index: number, change: (part: Partial<Item>) => void) => ReactNode;
}

/** One list of the form: lines in use, and below them what was retired. */
export const FormPart = <Item extends object>({ words, items, nameOf, isKnown, longest, newItem, onChange, row }: Props<Item>) => {
  const { t } = useTranslation('paperwork');
  const id = useId();
  const placed = items.map((item, index) => ({ item, index, name: nameOf(item).trim() || t('form.unnamed') }));
  const used = placed.filter(({ item }) => !isRetired(item));
  const retired = placed.filter(({ item }) => isRetired(item));
  const change = (index: number, part: Partial<Item>): void => onChange(items.map((item, at) => (at === index ? { ...item, ...part } : item)));
  const retire = (index: number, retires: boolean): void => onChange(items.map((item, at) => (at === index ? { ...item, retired: retires } : item)));
  return (
    <section className={classes.part} aria-labelledby={id}>
      <div>
        <h2 id={id}>{words.title}</h2>
        <Text c="dimmed">{words.hint}</Text>
      </div>
      {used.length === 0 && <Text c="dimmed">{words.none}</Text>}
      <ul className={classes.lines}>
        {used.map(({ item, index, name }, place) => (
          <li key={index} className={classes.line}>
            {row(item, index, (part) => change(index, part))}
            <ActionIcon aria-label={t('form.up', { name })} disabled={place === 0} onClick={() => onChange(movedUp(items, index))}>
              <IconArrowUp size={20} aria-hidden />
            </ActionIcon>
            <ActionIcon aria-label={t(isKnown(item) ? 'form.retire' : 'form.remove', { name })} onClick={() => (isKnown(item) ? retire(index, true) : onChange(items.filter((_item, at) => at !== index)))}>
              {isKnown(item) ? <IconArchive size={20} aria-hidden /> : <IconTrash size={20} aria-hidden />}
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} disabled={items.length >= longest} onClick={() => onChange([...items, newItem()])}>
          {words.add}
        </Button>
      </div>
      {retired.length > 0 && (
        <ul className={classes.lines} aria-label={`${words.title}: ${t('form.retiredTitle')}`}>
          {retired.map(({ index, name }) => (
            <li key={index} className={classes.retired}>
              <span>
                {t('form.retiredTitle')}: {name}
              </span>
              <Button variant="subtle" aria-label={t('form.useAgainOf', { name })} onClick={() => retire(index, false)}>
                {t('form.useAgain')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
