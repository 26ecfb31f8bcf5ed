import { ActionIcon, Button, Checkbox, Group, Menu, Popover, Stack, TextInput, Tooltip } from '@mantine/core';
import { BookmarkIcon, Columns3Icon, DownloadIcon, Trash2Icon, XIcon } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { address } from '../api/client';
import { useTexts } from '../i18n/language';
import type { Kind } from '../kinds/kinds';
import { useCan } from '../session/session';
import { rememberColumns, type ListState } from './listState';
import styles from './ListTools.module.css';

interface Props {
  kind: Kind;
  state: ListState;
}

/** Views, columns, deleted records and exports of a list. */
export function ListTools({ kind, state }: Props) {
  const { t } = useTexts();
  const can = useCan();
  const deleted = state.query.get('deleted') === 'true';
  return (
    <div className={styles['tools']}>
      <Views kind={kind} state={state} />
      <Columns kind={kind} state={state} />
      {kind.meta.restored && can(kind.meta.remove) && (
        <Tooltip label={t('list.deleted')}>
          <ActionIcon
            aria-label={t('list.deleted')}
            aria-pressed={deleted}
            variant={deleted ? 'light' : 'subtle'}
            color={deleted ? 'indigo' : 'gray'}
            onClick={() => state.change((query) => (deleted ? query.delete('deleted') : query.set('deleted', 'true')))}
          >
            <Trash2Icon size={17} strokeWidth={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
      {kind.meta.exported && <Export kind={kind} state={state} />}
    </div>
  );
}

function Export({ kind, state }: Props) {
  const { t } = useTexts();
  const link = (format: string) => {
    const query = new URLSearchParams(state.query);
    query.set('format', format);
    if (format === 'csv') {
      query.set('flat', 'true');
      query.set('bom', 'true');
    }
    return address(`${kind.meta.path}/export`, query);
  };
  return (
    <Menu>
      <Menu.Target>
        <Tooltip label={t('list.export')}>
          <ActionIcon aria-label={t('list.export')}>
            <DownloadIcon size={17} strokeWidth={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={link('csv')} download={`${kind.name}.csv`}>
          {t('list.exportCsv')}
        </Menu.Item>
        <Menu.Item component="a" href={link('ndjson')} download={`${kind.name}.ndjson`}>
          {t('list.exportNdjson')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const unshown = new Set(['id', 'version', 'included', 'deletedAt', 'rank']);

function Columns({ kind, state }: Props) {
  const { t, field } = useTexts();
  const choose = (columns: string[]) => {
    rememberColumns(kind, columns);
    state.change((query) => query.set('columns', columns.join(',')));
  };
  const toggle = (name: string) => {
    const shown = state.columns.includes(name);
    const next = shown ? state.columns.filter((each) => each !== name) : [...state.columns, name];
    if (next.length > 0) {
      choose(next);
    }
  };
  const names = Object.keys(kind.meta.view).filter((name) => !unshown.has(name));
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Tooltip label={t('list.columns')}>
          <ActionIcon aria-label={t('list.columns')}>
            <Columns3Icon size={17} strokeWidth={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={7} className={styles['columns']}>
          {[...new Set([...state.columns, ...names])].map((name) => (
            <Checkbox key={name} size="xs" label={field(name)} checked={state.columns.includes(name)} onChange={() => toggle(name)} />
          ))}
        </Stack>
        <Button mt="xs" fullWidth variant="default" onClick={() => choose(kind.columns)}>
          {t('list.resetColumns')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

interface View {
  name: string;
  address: string;
}

function Views({ kind, state }: Props) {
  const { t } = useTexts();
  const key = `kehu.views.${kind.name}`;
  const [views, setViews] = useState<View[]>(() => JSON.parse(localStorage.getItem(key) ?? '[]') as View[]);
  const [name, setName] = useState('');
  const store = (next: View[]) => {
    localStorage.setItem(key, JSON.stringify(next));
    setViews(next);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) {
      store([...views.filter((view) => view.name !== name.trim()), { name: name.trim(), address: location.search }]);
      setName('');
    }
  };
  const open = (view: View) =>
    state.change((query) => {
      [...query.keys()].forEach((each) => query.delete(each));
      new URLSearchParams(view.address).forEach((value, each) => query.append(each, value));
    });
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Tooltip label={t('list.views')}>
          <ActionIcon aria-label={t('list.views')}>
            <BookmarkIcon size={17} strokeWidth={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={4} w={240}>
          {views.map((view) => (
            <Group key={view.name} gap={4} wrap="nowrap">
              <Button variant="subtle" color="gray" justify="flex-start" flex={1} onClick={() => open(view)}>
                {view.name}
              </Button>
              <ActionIcon aria-label={t('list.removeView', { name: view.name })} onClick={() => store(views.filter((each) => each !== view))}>
                <XIcon size={14} />
              </ActionIcon>
            </Group>
          ))}
          <form onSubmit={save}>
            <TextInput
              label={t('list.saveView')}
              description={t('list.viewsHint')}
              placeholder={t('list.viewName')}
              value={name}
              maxLength={60}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" mt="xs" fullWidth disabled={!name.trim()}>
              {t('action.save')}
            </Button>
          </form>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
