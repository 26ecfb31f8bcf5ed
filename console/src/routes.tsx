import { CircleCheckIcon, MapPinOffIcon } from 'lucide-react';
import { lazy } from 'react';
import { createBrowserRouter, useParams, useRouteError } from 'react-router';
import { useTexts } from './i18n/language';
import { isKind } from './kinds/kinds';
import { Shell } from './shell/Shell';
import { ErrorNotice, Notice } from './ui/Notice';

const HomePage = lazy(async () => ({ default: (await import('./home/HomePage')).HomePage }));
const ListPage = lazy(async () => ({ default: (await import('./list/ListPage')).ListPage }));
const workbench = () => import('./workbench/pages');
const WorkbenchPage = lazy(async () => ({ default: (await workbench()).WorkbenchPage }));
const UploadPage = lazy(async () => ({ default: (await workbench()).UploadPage }));
const DataSetPage = lazy(async () => ({ default: (await workbench()).DataSetPage }));
const JobPage = lazy(async () => ({ default: (await workbench()).JobPage }));
const RunPage = lazy(async () => ({ default: (await workbench()).RunPage }));
const LinkagePage = lazy(async () => ({ default: (await workbench()).LinkagePage }));
const ReviewPage = lazy(async () => ({ default: (await workbench()).ReviewPage }));
const ApplicationPage = lazy(async () => ({ default: (await workbench()).ApplicationPage }));
const UndoPage = lazy(async () => ({ default: (await workbench()).UndoPage }));
const BoardPage = lazy(async () => ({ default: (await import('./sales/BoardPage')).BoardPage }));
const ReportPage = lazy(async () => ({ default: (await import('./sales/ReportPage')).ReportPage }));
const InsightPage = lazy(async () => ({ default: (await import('./insight/InsightPage')).InsightPage }));
const WebhooksPage = lazy(async () => ({ default: (await import('./admin/WebhooksPage')).WebhooksPage }));
const DeadLettersPage = lazy(async () => ({ default: (await import('./admin/DeadLettersPage')).DeadLettersPage }));
const RecordPage = lazy(async () => ({ default: (await import('./record/RecordPage')).RecordPage }));

function Missing() {
  const { t } = useTexts();
  return (
    <Notice icon={MapPinOffIcon} title={t('error.notFound')}>
      {t('error.notFoundDetail')}
    </Notice>
  );
}

function Failed() {
  return <ErrorNotice error={useRouteError()} />;
}

function SignedIn() {
  const { t } = useTexts();
  return <Notice icon={CircleCheckIcon} title={t('session.back')} />;
}

function AnyList() {
  const { kind } = useParams();
  return isKind(kind) ? <ListPage key={kind} kind={kind} /> : <Missing />;
}

function AnyRecordPage() {
  const { kind, id } = useParams();
  return isKind(kind) && id ? <RecordPage key={kind + id} kind={kind} id={id} /> : <Missing />;
}

export const router = createBrowserRouter([
  { path: '/signed-in', element: <SignedIn /> },
  {
    path: '/',
    element: <Shell />,
    errorElement: <Failed />,
    children: [
      {
        errorElement: <Failed />,
        children: [
          { index: true, element: <HomePage /> },
          { path: 'pipeline', element: <BoardPage /> },
          { path: 'sales-report', element: <ReportPage /> },
          { path: 'insight', element: <InsightPage /> },
          { path: 'webhooks', element: <WebhooksPage /> },
          { path: 'dead-letters', element: <DeadLettersPage /> },
          { path: 'workbench', element: <WorkbenchPage /> },
          { path: 'workbench/uploads/:id', element: <UploadPage /> },
          { path: 'workbench/data-sets/:id/:tab?', element: <DataSetPage /> },
          { path: 'workbench/jobs/:id', element: <JobPage /> },
          { path: 'workbench/runs/:id', element: <RunPage /> },
          { path: 'workbench/linkages/:id', element: <LinkagePage /> },
          { path: 'workbench/linkages/:id/review', element: <ReviewPage /> },
          { path: 'workbench/applications/:id', element: <ApplicationPage /> },
          { path: 'workbench/application-undos/:id', element: <UndoPage /> },
          { path: ':kind', element: <AnyList /> },
          { path: ':kind/:id/:tab?', element: <AnyRecordPage /> },
          { path: '*', element: <Missing /> },
        ],
      },
    ],
  },
]);
