import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { PlusIcon, SearchIcon, FilterXIcon } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KindName } from '../../generated/kinds';
import { useTexts } from '../i18n/language';
import { kinds } from '../kinds/kinds';
import { RecordDrawer } from '../form/RecordDrawer';
import { useCan } from '../session/session';
import { ErrorNotice, Notice } from '../ui/Notice';
import { useTitle } from '../ui/useTitle';
import { columnsOf } from './columns';
import { FilterBar } from './FilterBar';
import { Grid } from './Grid';
import styles from './ListPage.module.css';
import { rememberList } from './lastList';
import { useListState } from './listState';
import { ListTools } from './ListTools';
import { Skeletons } from './Skeletons';
import { useCount, useList } from './useList';

export function ListPage({ kind: name }: { kind: KindName }) {
  const kind = kinds[name];
  const { t } = useTexts();
  const can = useCan();
  const state = useListState(kind);
  const list = useList(kind, state.query);
  const count = useCount(kind, state.query);
  useEffect(() => {
    rememberList(
      name,
      list.records.map((record) => record.id),
    );
  }, [name, list.records]);
  const title = t(`kind.${name}`, { count: 2 });
  useTitle(title);
  const columns = useMemo(() => columnsOf(kind, state.columns, can(kind.meta.change)), [kind, state.columns, can]);
  const { fetchNextPage, isFetchingNextPage } = list;
  const more = useCallback(() => {
    if (!isFetchingNextPage) {
      void fetchNextPage();
    }
  }, [fetchNextPage, isFetchingNextPage]);
  const sort = useCallback((chosen: string) => state.change((query) => query.set('sort', chosen)), [state]);
  const filtered = state.filters.length > 0 || state.query.has('q') || state.query.has('deleted');
  const creating = new URLSearchParams(location.search).has('new');
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <h1>{title}</h1>
        <span className={styles['count']} aria-live="polite">
          {typeof count.data === 'number' && t('list.count', { count: count.data })}
        </span>
        {can(kind.meta.create) && (
          <Button className={styles['new']} leftSection={<PlusIcon size={15} />} onClick={() => state.change((query) => query.set('new', 'true'))}>
            {t('list.new', { kind: t(`kind.${name}`, { count: 1 }) })}
          </Button>
        )}
      </div>
      <div className={styles['bar']}>
        {kind.meta.search && <SearchField state={state} />}
        <FilterBar kind={kind} state={state} />
        <ListTools kind={kind} state={state} />
      </div>
      {list.isPending ? (
        <Skeletons columns={columns} />
      ) : list.isError && list.records.length === 0 ? (
        <ErrorNotice error={list.error} retry={() => void list.refetch()} />
      ) : list.records.length === 0 ? (
        <Notice
          icon={filtered ? FilterXIcon : kind.icon}
          title={t(filtered ? 'list.noMatch' : 'list.empty')}
          action={
            filtered && (
              <Button variant="default" onClick={() => state.change((query) => [...query.keys()].forEach((key) => key !== 'columns' && query.delete(key)))}>
                {t('list.clear')}
              </Button>
            )
          }
        >
          {t(filtered ? 'list.noMatchDetail' : 'list.emptyDetail')}
        </Notice>
      ) : (
        <Grid
          kind={kind}
          columns={columns}
          records={list.records}
          total={count.data}
          sort={state.sort}
          more={list.hasNextPage}
          onMore={more}
          onSort={sort}
        />
      )}
      <RecordDrawer kind={kind} opened={creating && can(kind.meta.create)} onClose={() => state.change((query) => query.delete('new'))} />
    </div>
  );
}

function SearchField({ state }: { state: ReturnType<typeof useListState> }) {
  const { t } = useTexts();
  const searched = state.query.get('q') ?? '';
  const [text, setText] = useState(searched);
  const applied = useRef(searched);
  const apply = useDebouncedCallback((words: string) => {
    applied.current = words.trim() ? words : '';
    state.change((query) => (words.trim() ? query.set('q', words) : query.delete('q')));
  }, 250);
  useEffect(() => {
    // Changed by a link or by clearing the filters, not by typing
    if (searched !== applied.current) {
      applied.current = searched;
      setText(searched);
    }
  }, [searched]);
  return (
    <TextInput
      type="search"
      aria-label={t('list.search')}
      placeholder={t('list.search')}
      leftSection={<SearchIcon size={15} />}
      className={styles['search']}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        apply(event.currentTarget.value);
      }}
    />
  );
}
