import { ActionIcon, Button, Menu } from '@mantine/core';
import { ChevronRightIcon, EllipsisIcon, PencilIcon, ArchiveRestoreIcon, Trash2Icon } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../api/client';
import { useRecordChanged } from '../api/records';
import { offerUndo, tagOf } from '../api/save';
import { RecordDrawer } from '../form/RecordDrawer';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import type { Kind } from '../kinds/kinds';
import type { AnyRecord, IntentMeta } from '../kinds/meta';
import { useCan } from '../session/session';
import { Value } from '../ui/Value';
import styles from './Header.module.css';
import { IntentDialog } from './IntentDialog';
import { Neighbours } from './Neighbours';

function possible(kind: Kind, record: AnyRecord, can: (permission: string | null) => boolean): IntentMeta[] {
  const names = kind.allowed ? kind.allowed(record) : [];
  return record.deletedAt ? [] : names.flatMap((name) => kind.meta.intents.filter((each) => each.name === name && can(each.permission)));
}

/** Names a record, shows what matters most of it, and offers what can be done with it now. */
export function Header({ kind, record }: { kind: Kind; record: AnyRecord }) {
  const { t, field, intent } = useTexts();
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const [asked, setAsked] = useState<IntentMeta | null>(null);
  const intents = possible(kind, record, can);
  const Symbol = kind.icon;
  return (
    <header className={styles['header']}>
      <nav aria-label="Breadcrumb" className={styles['trail']}>
        <Link to={`/${kind.name}`}>{t(`kind.${kind.name}`, { count: 2 })}</Link>
        <ChevronRightIcon size={13} aria-hidden />
        <Neighbours kind={kind.name} id={record.id} />
      </nav>
      <div className={styles['line']}>
        <span className={styles['symbol']}>
          <Symbol size={20} strokeWidth={1.6} aria-hidden />
        </span>
        <h1>{kind.title(record) || '–'}</h1>
        <div className={styles['actions']}>
          {intents.slice(0, 2).map((each, index) => (
            <Button key={each.name} variant={index === 0 ? 'filled' : 'default'} onClick={() => setAsked(each)}>
              {intent(each.name)}
            </Button>
          ))}
          {can(kind.meta.change) && !record.deletedAt && (
            <Button variant="default" leftSection={<PencilIcon size={14} />} onClick={() => setEditing(true)}>
              {t('action.edit')}
            </Button>
          )}
          {kind.meta.document && (
            <Button component="a" variant="default" href={`${kind.meta.path}/${record.id}/pdf`} download>
              {t('record.pdf')}
            </Button>
          )}
          <More kind={kind} record={record} intents={intents.slice(2)} onIntent={setAsked} />
        </div>
      </div>
      {record.deletedAt && <Deleted record={record} />}
      <dl className={styles['facts']}>
        {kind.facts
          .filter((name) => record[name] !== null && record[name] !== undefined)
          .map((name) => (
            <div key={name}>
              <dt>{field(name)}</dt>
              <dd>
                <Value compact kind={kind.name} field={name} meta={kind.meta.view[name]} value={record[name]} record={record} />
              </dd>
            </div>
          ))}
      </dl>
      <RecordDrawer kind={kind} record={record} opened={editing} onClose={() => setEditing(false)} />
      {asked && <IntentDialog key={asked.name} kind={kind} record={record} intent={asked} onClose={() => setAsked(null)} />}
    </header>
  );
}

function Deleted({ record }: { record: AnyRecord }) {
  const { t } = useTexts();
  const formats = useFormats();
  const survivor = record['mergedInto'];
  return (
    <p className={styles['deleted']} role="status">
      {t('record.deletedNote', { when: formats.moment(record.deletedAt) })}{' '}
      {typeof survivor === 'string' && <Link to={`/customers/${survivor}`}>{t('record.mergedNote')}</Link>}
    </p>
  );
}

interface MoreProps {
  kind: Kind;
  record: AnyRecord;
  intents: IntentMeta[];
  onIntent(intent: IntentMeta): void;
}

function More({ kind, record, intents, onIntent }: MoreProps) {
  const { t, intent } = useTexts();
  const can = useCan();
  const changed = useRecordChanged();
  const path = `${kind.meta.path}/${record.id}`;
  const restore = async () => {
    changed(kind.name, await api.post<AnyRecord>(`${path}/restore`, undefined));
  };
  const remove = async () => {
    await api.remove(path, tagOf(record));
    changed(kind.name, { data: { ...record, deletedAt: new Date().toISOString() }, etag: undefined });
    offerUndo(t('done.deleted'), kind.meta.restored ? restore : undefined);
  };
  const removable = can(kind.meta.remove) && kind.meta.remove !== null;
  if (intents.length === 0 && !removable) {
    return null;
  }
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={t('action.more')}>
          <EllipsisIcon size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {intents.map((each) => (
          <Menu.Item key={each.name} onClick={() => onIntent(each)}>
            {intent(each.name)}
          </Menu.Item>
        ))}
        {intents.length > 0 && removable && <Menu.Divider />}
        {removable &&
          (record.deletedAt ? (
            <Menu.Item leftSection={<ArchiveRestoreIcon size={15} />} onClick={() => void restore()}>
              {t('action.restore')}
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<Trash2Icon size={15} />} className={styles['danger']} onClick={() => void remove()}>
              {t('action.delete')}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
