import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import { usePages } from '../api/pages';
import type { MergeView } from '../../generated/customer';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import { useCan } from '../session/session';
import { useErrorText } from '../ui/Notice';
import { Reference } from '../ui/Reference';
import { Entries } from './Entries';
import styles from './Timeline.module.css';

/** The merges into a customer, each of which can be undone. */
export function Merges({ id }: { id: string }) {
  const { t } = useTexts();
  const found = usePages<MergeView>(['merges', id], `/api/v1/customers/${id}/merges`);
  return (
    <Entries found={found} empty={t('record.noRelated')} count={found.items.length}>
      <ol className={styles['entries']}>
        {found.items.map((merge) => (
          <Merge key={merge.id} id={id} merge={merge} />
        ))}
      </ol>
    </Entries>
  );
}

function Merge({ id, merge }: { id: string; merge: MergeView }) {
  const { t } = useTexts();
  const formats = useFormats();
  const can = useCan();
  const client = useQueryClient();
  const describe = useErrorText();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const undo = async () => {
    setBusy(true);
    try {
      await api.post(`/api/v1/customers/${id}/merges/${merge.id}/undo`, undefined, { etag: '*' });
      await client.invalidateQueries();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <li className={styles['entry']}>
      <div className={styles['body']}>
        <span className={styles['what']}>{t('record.mergedCustomers', { count: merge.merged.length, actor: merge.mergedBy })}</span>
        <ul className={styles['changes']}>
          {merge.merged.map((each) => (
            <li key={each}>
              <Reference kind="customers" id={each} />
            </li>
          ))}
        </ul>
        {failure !== undefined && <p role="alert">{describe(failure)}</p>}
        {merge.undoneAt ? (
          <span className="muted">{t('record.undone', { when: formats.moment(merge.undoneAt) })}</span>
        ) : (
          can('customer:write') && (
            <Button variant="default" size="compact-xs" mt={6} loading={busy} onClick={() => void undo()}>
              {t('record.undoMerge')}
            </Button>
          )
        )}
      </div>
      <time dateTime={merge.mergedAt} title={formats.moment(merge.mergedAt)}>
        {formats.since(merge.mergedAt)}
      </time>
    </li>
  );
}
