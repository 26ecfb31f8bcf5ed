import { Select } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { OpportunityView, PipelineView } from '../../generated/order';
import { api } from '../api/client';
import type { Page } from '../api/records';
import { tagOf } from '../api/save';
import { useTexts } from '../i18n/language';
import type { AnyRecord } from '../kinds/meta';
import { Loading } from '../ui/Loading';
import { ErrorNotice, useErrorText } from '../ui/Notice';
import { useTitle } from '../ui/useTitle';
import styles from './Board.module.css';
import { Column } from './Column';

export type Card = OpportunityView;

/** Where a card goes: into a stage, before another card or to its end. */
export interface Target {
  stage: string;
  before: string | null;
}

/** The open opportunities of a pipeline by stage. Changes by others appear within seconds. */
export function BoardPage() {
  const { t } = useTexts();
  useTitle(t('nav.pipeline'));
  const [parameters, setParameters] = useSearchParams();
  const pipelines = useQuery({
    queryKey: ['pipelines'],
    queryFn: ({ signal }) => api.get<Page<PipelineView>>('/api/v1/pipelines', { query: { limit: 100, sort: 'name' }, signal }),
  });
  if (pipelines.error) {
    return <ErrorNotice error={pipelines.error} retry={() => void pipelines.refetch()} />;
  }
  if (!pipelines.data) {
    return <Loading />;
  }
  const all = pipelines.data.items;
  const pipeline = all.find((each) => each.id === parameters.get('pipeline')) ?? all[0];
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{t('nav.pipeline')}</h1>
        {all.length > 1 && (
          <Select
            aria-label={t('board.choose')}
            allowDeselect={false}
            data={all.map((each) => ({ value: each.id, label: each.name }))}
            value={pipeline?.id ?? null}
            onChange={(id) => setParameters({ pipeline: id ?? '' })}
          />
        )}
        <p className="muted">{t('board.help')}</p>
      </header>
      {pipeline && <Board key={pipeline.id} pipeline={pipeline} />}
    </div>
  );
}

async function openOnes(pipelineId: string, signal: AbortSignal): Promise<Card[]> {
  const cards: Card[] = [];
  let cursor: string | null = null;
  do {
    const query = { pipelineId, status: 'open', sort: 'rank', limit: 200, ...(cursor && { cursor }) };
    const page: Page<Card> = await api.get<Page<Card>>('/api/v1/opportunities', { query, signal });
    cards.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor && cards.length < 2_000);
  return cards;
}

function placed(cards: Card[], card: Card, target: Target): Card[] {
  const others = cards.filter((each) => each.id !== card.id);
  const moved = { ...card, stage: target.stage };
  const index = others.findIndex((each) => each.id === target.before);
  return index < 0 ? [...others, moved] : [...others.slice(0, index), moved, ...others.slice(index)];
}

function Board({ pipeline }: { pipeline: PipelineView }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const describe = useErrorText();
  const key = useMemo(() => ['board', pipeline.id], [pipeline.id]);
  const [failure, setFailure] = useState<unknown>();
  const [said, setSaid] = useState('');
  const { data, error, refetch } = useQuery({ queryKey: key, queryFn: ({ signal }) => openOnes(pipeline.id, signal), refetchInterval: 15_000 });
  const move = useCallback(
    async (card: Card, target: Target) => {
      setFailure(undefined);
      await client.cancelQueries({ queryKey: key });
      client.setQueryData<Card[]>(key, (cards) => cards && placed(cards, card, target));
      try {
        const body = { stage: target.stage, ...(target.before && { before: target.before }) };
        const { data: moved } = await api.post<Card>(`/api/v1/opportunities/${card.id}/move`, body, { etag: tagOf(card as unknown as AnyRecord) });
        client.setQueryData<Card[]>(key, (cards) => cards?.map((each) => (each.id === moved.id ? moved : each)));
        setSaid(t('board.moved', { name: card.name, stage: pipeline.stages.find((stage) => stage.key === target.stage)?.name ?? target.stage }));
      } catch (thrown) {
        setFailure(thrown);
        await client.invalidateQueries({ queryKey: key });
      }
    },
    [client, key, pipeline.stages, t],
  );
  if (error && !data) {
    return <ErrorNotice error={error} retry={() => void refetch()} />;
  }
  if (!data) {
    return <Loading />;
  }
  return (
    <>
      <div className="visually-hidden" aria-live="polite">
        {said}
      </div>
      {failure !== undefined && (
        <p role="alert" className={styles['error']}>
          {describe(failure)}
        </p>
      )}
      <div className={styles['board']} tabIndex={0} role="region" aria-label={t('nav.pipeline')}>
        {pipeline.stages.map((stage, index) => (
          <Column
            key={stage.key}
            stage={stage}
            left={pipeline.stages[index - 1]?.key}
            right={pipeline.stages[index + 1]?.key}
            cards={data.filter((card) => card.stage === stage.key)}
            find={(id) => data.find((card) => card.id === id)}
            onMove={(card, target) => void move(card, target)}
          />
        ))}
      </div>
    </>
  );
}
