import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PrivatePage } from '../shared/PrivatePage.tsx';
import { useSettings } from '../shared/useSettings.ts';
import { CueLegend } from './CueLegend.tsx';
import classes from './TrainingPage.module.css';

const lessons = ['trigger', 'coming', 'alone', 'notes', 'blank', 'close', 'practise'] as const;

/** What every colleague should have read once: the cues of this desk, large, and how a call goes. */
export const TrainingPage = () => {
  const { t } = useTranslation(['training', 'shared']);
  const set = useSettings()?.cueSet ?? 'separator';
  return (
    <PrivatePage title={t('title')}>
      <div className={classes.page}>
        <section aria-labelledby="training-cues">
          <Title order={2} size="h3" id="training-cues">
            {t('cuesTitle')}
          </Title>
          <Text mb="md">{t('cuesIntro', { set: t(`cueSet.${set}`) })}</Text>
          <CueLegend set={set} />
        </section>
        <section aria-labelledby="training-how">
          <Title order={2} size="h3" mb="sm" id="training-how">
            {t('how.title')}
          </Title>
          <dl className={classes.lessons}>
            {lessons.map((lesson) => (
              <div key={lesson}>
                <dt>{t(`how.${lesson}`)}</dt>
                <dd>{t(`how.${lesson}Text`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </PrivatePage>
  );
};
