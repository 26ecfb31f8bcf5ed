export { DataSetPage } from './DataSetPage';
export { ApplicationPage, JobPage, RunPage, UndoPage } from './JobPage';
export { LinkagePage } from './LinkagePage';
export { ReviewPage } from './ReviewPage';
export { UploadPage } from './UploadPage';
export { WorkbenchPage } from './WorkbenchPage';
