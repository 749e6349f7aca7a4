import { Button, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { PrivatePage } from '../shared/PrivatePage.tsx';
import { absoluteTime } from '../shared/time.ts';
import classes from './NoticesPage.module.css';
import { useBoard } from './useBoard.ts';

/** Staff write and take down the notices of the board. */
export const NoticesPage = () => {
  const { t } = useTranslation('desk');
  return (
    <PrivatePage title={t('noticesPage.title')} needs="post-notices">
      <Notices />
    </PrivatePage>
  );
};

const Notices = () => {
  const { t } = useTranslation('desk');
  const board = useBoard();
  const [text, setText] = useState('');
  const add = useCommand((client, written: string) => client.board.addNotice({ text: written }));
  const remove = useCommand((client, id: string) => client.board.removeNotice({ id }));
  const post = async (): Promise<void> => {
    if ((await add.run(text.trim())).ok) setText('');
  };

  return (
    <Stack maw="60rem" mx="auto" gap="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void post();
        }}
      >
        <Stack align="flex-start">
          <Textarea
            w="100%"
            label={t('noticesPage.write')}
            description={t('noticesPage.writeHint')}
            autosize
            minRows={3}
            maxLength={500}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <ProblemNote problem={add.problem} />
          <Button type="submit" loading={add.busy} disabled={text.trim() === ''}>
            {t('noticesPage.post')}
          </Button>
        </Stack>
      </form>
      <section>
        <Title order={2} size="h3" mb="sm">
          {t('noticesPage.posted')}
        </Title>
        <ProblemNote problem={remove.problem} />
        {board?.notices.length === 0 && <Text c="dimmed">{t('noNotices')}</Text>}
        <ul className={classes.notices}>
          {board?.notices.map((notice) => (
            <li key={notice.id} className={classes.notice}>
              <div className={classes.text}>
                {notice.text}
                <Text size="sm" c="dimmed">
                  {t('noticeBy', { name: notice.by, date: absoluteTime(notice.at) })}
                </Text>
              </div>
              <Button variant="default" aria-label={t('noticesPage.removeNamed', { text: notice.text })} onClick={() => void remove.run(notice.id)}>
                {t('noticesPage.remove')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </Stack>
  );
};
