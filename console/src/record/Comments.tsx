import { Button, Group, SegmentedControl, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../api/client';
import { usePages } from '../api/pages';
import { recordKey } from '../api/records';
import type { CommentView } from '../../generated/customer';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import { useCan } from '../session/session';
import { useErrorText } from '../ui/Notice';
import styles from './Comments.module.css';
import { Entries } from './Entries';

/** Public replies and internal notes of a case. */
export function Comments({ id }: { id: string }) {
  const { t } = useTexts();
  const formats = useFormats();
  const can = useCan();
  const found = usePages<CommentView>(['comments', id], `/api/v1/cases/${id}/comments`);
  return (
    <>
      <Entries found={found} empty={t('record.noTimeline')} count={found.items.length}>
        <ol className={styles['comments']}>
          {found.items.map((comment) => (
            <li key={comment.id} className={styles['comment']} data-visibility={comment.visibility}>
              <header>
                <strong>{comment.author}</strong>
                <span>{t(comment.visibility === 'public' ? 'record.public' : 'record.internal')}</span>
                <time dateTime={comment.createdAt} title={formats.moment(comment.createdAt)}>
                  {formats.since(comment.createdAt)}
                </time>
              </header>
              <p>{comment.text}</p>
            </li>
          ))}
        </ol>
      </Entries>
      {can('case:write') && <Reply id={id} />}
    </>
  );
}

function Reply({ id }: { id: string }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const describe = useErrorText();
  const [text, setText] = useState('');
  const [visibility, setVisibility] = useState('public');
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    try {
      await api.post(`/api/v1/cases/${id}/comments`, { text, visibility });
      setText('');
      await client.invalidateQueries({ queryKey: ['comments', id] });
      await client.invalidateQueries({ queryKey: recordKey('cases', id) });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} className={styles['reply']} data-visibility={visibility}>
      <Textarea
        size="sm"
        autosize
        minRows={3}
        label={t('record.addComment')}
        value={text}
        error={failure ? describe(failure) : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group justify="space-between" mt="xs">
        <SegmentedControl
          size="xs"
          value={visibility}
          onChange={setVisibility}
          data={[
            { value: 'public', label: t('record.public') },
            { value: 'internal', label: t('record.internal') },
          ]}
        />
        <Button type="submit" loading={busy} disabled={!text.trim()}>
          {t('record.reply')}
        </Button>
      </Group>
    </form>
  );
}
