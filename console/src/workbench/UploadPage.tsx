import { Button, Checkbox, NumberInput, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { DataSetView, Preview, ReadingOptions, UploadView } from '../../generated/migration';
import { api } from '../api/client';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import { Loading } from '../ui/Loading';
import { ErrorNotice, useErrorText } from '../ui/Notice';
import { useTitle } from '../ui/useTitle';
import { migrations } from './jobs';
import { RowTable } from './RowTable';
import { Trail } from './Trail';
import styles from './Workbench.module.css';

type Options = { encoding?: string; delimiter?: string; header?: boolean; skipLines?: number };

const encodings = ['UTF-8', 'windows-1252', 'windows-1250', 'ISO-8859-15', 'GB18030', 'Big5', 'Shift_JIS', 'UTF-16LE', 'UTF-16BE', 'IBM850'];

/** How an uploaded file would be read, with the settings that correct what was detected. */
export function UploadPage() {
  const { id } = useParams();
  const { t } = useTexts();
  const [options, setOptions] = useState<Options>({});
  const upload = useQuery({ queryKey: ['upload', id], queryFn: ({ signal }) => api.get<UploadView>(`${migrations}/uploads/${id}`, { signal }) });
  const preview = useQuery({
    queryKey: ['preview', id, options],
    queryFn: ({ signal }) => api.get<Preview>(`${migrations}/uploads/${id}/preview`, { query: { ...options }, signal }),
    placeholderData: keepPreviousData,
  });
  useTitle(upload.data?.name);
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <Trail />
        <h1>{upload.data?.name ?? '…'}</h1>
      </header>
      <section className={styles['card']}>
        <h2>{t('workbench.preview')}</h2>
        {preview.error && !preview.data ? (
          <ErrorNotice error={preview.error} retry={() => void preview.refetch()} />
        ) : !preview.data ? (
          <Loading />
        ) : (
          <Reading id={id ?? ''} name={upload.data?.name ?? ''} preview={preview.data} options={options} onChange={setOptions} />
        )}
      </section>
    </div>
  );
}

interface ReadingProps {
  id: string;
  name: string;
  preview: Preview;
  options: Options;
  onChange(options: Options): void;
}

function Reading({ id, name, preview, options, onChange }: ReadingProps) {
  const { t } = useTexts();
  const formats = useFormats();
  const navigate = useNavigate();
  const describe = useErrorText();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const { source, reading } = preview;
  const set = (part: Options) => onChange({ ...options, ...part });
  const read = async () => {
    setBusy(true);
    try {
      const body: { uploadId: string; name: string; reading: ReadingOptions } = { uploadId: id, name, reading: options };
      const { data } = await api.post<DataSetView>(`${migrations}/data-sets`, body);
      await navigate(`/workbench/data-sets/${data.id}`);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <>
      {source.encodingAlternatives.length > 0 && !options.encoding && (
        <p className={styles['note']}>{t('workbench.unsure', { alternatives: source.encodingAlternatives.join(', ') })}</p>
      )}
      <div className={styles['settings']}>
        <Select
          label={t('workbench.encoding')}
          description={`${t('workbench.detected')}: ${source.encoding}`}
          placeholder={t('workbench.automatic')}
          clearable
          searchable
          data={[...new Set([source.encoding, ...source.encodingAlternatives, ...encodings])]}
          value={options.encoding ?? null}
          onChange={(encoding) => set({ encoding: encoding ?? undefined } as Options)}
        />
        {source.format === 'delimited' && (
          <Select
            label={t('workbench.delimiter')}
            description={`${t('workbench.detected')}: ${source.delimiter === '\t' ? t('workbench.tab') : source.delimiter}`}
            placeholder={t('workbench.automatic')}
            clearable
            data={[
              { value: ',', label: ',' },
              { value: ';', label: ';' },
              { value: '\t', label: t('workbench.tab') },
              { value: '|', label: '|' },
            ]}
            value={options.delimiter ?? null}
            onChange={(delimiter) => set({ delimiter: delimiter ?? undefined } as Options)}
          />
        )}
        <NumberInput
          size="xs"
          w={120}
          min={0}
          label={t('workbench.skipLines')}
          value={options.skipLines ?? ''}
          onChange={(lines) => set({ skipLines: lines === '' ? undefined : Number(lines) } as Options)}
        />
        <Checkbox size="xs" label={t('workbench.header')} checked={options.header ?? source.header} onChange={(event) => set({ header: event.currentTarget.checked })} />
        <Button ml="auto" loading={busy} onClick={() => void read()}>
          {t('workbench.read')}
        </Button>
      </div>
      {failure !== undefined && (
        <p role="alert" className={styles['error']}>
          {describe(failure)}
        </p>
      )}
      <dl className={styles['facts']} style={{ marginTop: 14 }}>
        <div>
          <dt>{t('workbench.lines')}</dt>
          <dd>{formats.number(reading.lines)}</dd>
        </div>
        <div>
          <dt>{t('workbench.rows')}</dt>
          <dd>{formats.number(reading.rows)}</dd>
        </div>
        <div>
          <dt>{t('workbench.rejected')}</dt>
          <dd>{formats.number(reading.rejected)}</dd>
        </div>
      </dl>
      <RowTable columns={preview.columns} rows={preview.rows} />
    </>
  );
}
