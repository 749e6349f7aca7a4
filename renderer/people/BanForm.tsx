import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { imposeBanSchema } from '../../main/contract/index.ts';
import { ChoiceRow } from '../incidents/ChoiceRow.tsx';
import form from '../incidents/DraftForm.module.css';
import paper from '../incidents/Paper.module.css';
import { useCommand } from '../shared/connection/hooks.tsx';
import { DayField } from '../shared/fields/DayField.tsx';
import type { KeptForm } from '../shared/useKeptForm.ts';
import { daysAfter, monthsAfter, today } from './days.ts';
import { fieldErrors } from './fieldErrors.ts';
import { InlineForm } from './InlineForm.tsx';

/** How long bans usually are; the ladder that libraries use. */
const spans = { week: (from: string) => daysAfter(from, 7), month: (from: string) => monthsAfter(from, 1), year: (from: string) => monthsAfter(from, 12) };
const spanNames = ['week', 'month', 'year'] as const;

/** A ban as it is typed. */
export const typedBanSchema = z.object({
  scope: z.enum(['whole', 'areas']),
  /** One a line. */
  areas: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  reviewOn: z.string(),
  notice: z.string(),
  decidedBy: z.string(),
});
type TypedBan = z.infer<typeof typedBanSchema>;

export const newBan = (): TypedBan => ({ scope: 'whole', areas: '', from: today(), until: spans.month(today()), reviewOn: monthsAfter(today(), 3), notice: '', decidedBy: '' });

interface Props {
  readonly person: string;
  readonly form: KeptForm<TypedBan>;
  readonly typed: TypedBan;
}

export const BanForm = ({ person, form: kept, typed: { scope, areas, from, until, reviewOn, notice, decidedBy } }: Props) => {
  const { t } = useTranslation('people');
  const [tried, setTried] = useState(false);
  const impose = useCommand((client, ban: Parameters<typeof client.person.imposeBan>[0]) => client.person.imposeBan(ban));

  const named = areas.split('\n').map((area) => area.trim()).filter((area) => area !== '');
  const ban = { person, areas: scope === 'whole' ? [] : named, from, until, reviewOn: until === null ? reviewOn : null, notice, decidedBy };
  const found = { ...fieldErrors(imposeBanSchema, ban), ...(scope === 'areas' && named.length === 0 ? { areas: t('ban.areasMissing') } : {}) };
  const errors: Readonly<Record<string, string | undefined>> = tried ? found : {};
  return (
    <InlineForm
      label={t('ban.impose')}
      submit={t('ban.impose')}
      busy={impose.busy}
      problem={impose.problem}
      onCancel={kept.close}
      onSubmit={() => {
        setTried(true);
        if (Object.keys(found).length > 0) return false;
        void impose.run(ban).then(({ ok }) => ok && kept.close());
        return true;
      }}
    >
      <Radio.Group label={t('ban.scope')} value={scope}>
        <ChoiceRow choices={['whole', 'areas']} label={(choice) => t(`ban.${choice}`)} onChoose={(chosen) => kept.change({ scope: chosen })} />
      </Radio.Group>
      {scope === 'areas' && <Textarea label={t('ban.areaNames')} required description={t('ban.areasHint')} autosize minRows={2} value={areas} error={errors['areas'] ?? errors['areas.0']} onChange={(event) => kept.change({ areas: event.currentTarget.value })} />}
      <div className={form.pair}>
        <DayField label={t('ban.from')} value={from} error={errors['from']} onChange={(day) => kept.change({ from: day })} />
        {until === null ? (
          <DayField side="future" label={t('ban.reviewOn')} value={reviewOn} error={errors['reviewOn']} onChange={(day) => kept.change({ reviewOn: day })} />
        ) : (
          <DayField side="future" label={t('ban.until')} value={until} error={errors['until']} onChange={(day) => kept.change({ until: day })} />
        )}
      </div>
      <div className={paper.buttons} role="group" aria-label={t('ban.spans')}>
        {spanNames.map((span) => (
          <Button key={span} {...pressed(from !== '' && until === spans[span](from))} onClick={() => kept.change({ until: spans[span](from === '' ? today() : from) })}>
            {t(`ban.${span}`)}
          </Button>
        ))}
        <Button {...pressed(until === null)} onClick={() => kept.change({ until: null })}>
          {t('ban.open')}
        </Button>
      </div>
      <Textarea label={t('ban.notice')} description={t('ban.noticeHint')} required autosize minRows={3} maxLength={4000} value={notice} error={errors['notice']} onChange={(event) => kept.change({ notice: event.currentTarget.value })} />
      <TextInput label={t('ban.decidedBy')} required maxLength={80} value={decidedBy} error={errors['decidedBy']} onChange={(event) => kept.change({ decidedBy: event.currentTarget.value })} />
    </InlineForm>
  );
};

const pressed = (isPressed: boolean) => ({ variant: isPressed ? 'filled' : 'default', 'aria-pressed': isPressed });
