import { Button, Progress, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FileUpIcon, UsersIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { DataSetView, JobView } from '../../generated/migration';
import { api } from '../api/client';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import { useCan } from '../session/session';
import { Loading } from '../ui/Loading';
import { ErrorNotice, useErrorText } from '../ui/Notice';
import { Status } from '../ui/Status';
import { useTitle } from '../ui/useTitle';
import { JobProgress } from './JobProgress';
import { migrations, useJobs } from './jobs';
import { upload } from './upload';
import styles from './Workbench.module.css';

/** Where stewards begin: files to move in, and what is under way. */
export function WorkbenchPage() {
  const { t } = useTexts();
  const can = useCan();
  useTitle(t('nav.workbench'));
  const jobs = useJobs();
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{t('nav.workbench')}</h1>
        <p className="muted">{t('workbench.intro')}</p>
      </header>
      {can('migration:write') && <Intake />}
      <div className={styles['columns']}>
        <section className={styles['card']}>
          <h2>{t('workbench.dataSets')}</h2>
          <DataSets />
        </section>
        <section className={styles['card']}>
          <h2>{t('jobs.title')}</h2>
          {jobs.error ? <ErrorNotice error={jobs.error} retry={() => void jobs.refetch()} /> : null}
          {jobs.data?.items.length === 0 && <p className="muted">{t('jobs.none')}</p>}
          {jobs.data?.items.slice(0, 12).map((job) => <JobProgress key={job.id} job={job} />)}
        </section>
      </div>
    </div>
  );
}

function Intake() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const describe = useErrorText();
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number | null>(null);
  const [over, setOver] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const take = async (file: File | undefined) => {
    if (!file) {
      return;
    }
    setFailure(undefined);
    setShare(0);
    try {
      const { id } = await upload(file, setShare);
      await navigate(`/workbench/uploads/${id}`);
    } catch (error) {
      setFailure(error);
      setShare(null);
    }
  };
  const fetchLive = async () => {
    setFailure(undefined);
    try {
      const { data } = await api.post<JobView>(`${migrations}/live-customers`, {});
      await navigate(`/workbench/jobs/${data.id}`);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <div
      className={styles['drop']}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      <FileUpIcon size={26} strokeWidth={1.5} aria-hidden />
      <div>
        <strong>{t('workbench.drop')}</strong>
        <p className="muted">{t('workbench.formats')}</p>
        {share !== null && <Progress value={share * 100} size="sm" aria-label={t('workbench.uploading')} />}
        {failure !== undefined && (
          <p role="alert" className={styles['error']}>
            {describe(failure)}
          </p>
        )}
      </div>
      <input ref={input} type="file" hidden aria-label={t('workbench.choose')} onChange={(event) => void take(event.currentTarget.files?.[0])} />
      <div className={styles['buttons']}>
        <Button variant="default" leftSection={<UsersIcon size={14} />} onClick={() => void fetchLive()}>
          {t('workbench.live')}
        </Button>
        <Button loading={share !== null} onClick={() => input.current?.click()}>
          {t('workbench.choose')}
        </Button>
      </div>
    </div>
  );
}

function DataSets() {
  const { t, field, value } = useTexts();
  const formats = useFormats();
  const { data, error, refetch } = useQuery({
    queryKey: ['data-sets'],
    queryFn: ({ signal }) => api.get<{ items: DataSetView[] }>(`${migrations}/data-sets`, { query: { sort: '-createdAt', limit: 50 }, signal }),
  });
  if (error) {
    return <ErrorNotice error={error} retry={() => void refetch()} />;
  }
  if (!data) {
    return <Loading />;
  }
  if (data.items.length === 0) {
    return <p className="muted">{t('workbench.noDataSets')}</p>;
  }
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={t('workbench.dataSets')}>
      <Table className={styles['table'] ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{field('name')}</Table.Th>
            <Table.Th>{field('origin')}</Table.Th>
            <Table.Th>{field('status')}</Table.Th>
            <Table.Th ta="right">{t('workbench.rows')}</Table.Th>
            <Table.Th>{field('createdAt')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.items.map((set) => (
            <Table.Tr key={set.id}>
              <Table.Td>
                <Link to={`/workbench/data-sets/${set.id}`}>{set.name}</Link>
              </Table.Td>
              <Table.Td>{value(set.origin)}</Table.Td>
              <Table.Td>
                <Status value={set.status} />
              </Table.Td>
              <Table.Td ta="right" className="tabular">
                {formats.number(set.rows)}
              </Table.Td>
              <Table.Td className="tabular">{formats.moment(set.createdAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
