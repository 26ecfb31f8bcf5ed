package io.kehu.migration.dataset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.job.JobKind;
import io.kehu.migration.job.JobTask;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.job.Stage;
import io.kehu.migration.staging.Uploads;
import io.kehu.migration.upload.FileUploads;

import org.springframework.stereotype.Component;

/**
 * Reads an upload into a data set.
 */
@Component
class IntakeJob implements JobKind {

	private final FileUploads files;

	private final Uploads uploads;

	private final DataSets sets;

	private final StagedData data;

	IntakeJob(FileUploads files, Uploads uploads, DataSets sets, StagedData data) {
		this.files = files;
		this.uploads = uploads;
		this.sets = sets;
		this.data = data;
	}

	@Override
	public String name() {
		return "intake";
	}

	@Override
	public List<Stage> stages(JobTask job) {
		return List.of(Stage.whole("read", this::read));
	}

	private void read(PartRun part) throws Exception {
		IntakeTask task = part.task().as(IntakeTask.class);
		UUID id = task.dataSetId();
		this.sets.again(id);
		this.uploads.finish(task.uploadId().toString());
		try (Counted input = new Counted(this.uploads.open(task.uploadId().toString()))) {
			StagedData.Staged staged = this.data.stage(id, input, task.reading().corrections("/reading"),
					() -> part.progress(input.taken()));
			this.sets.ready(id, staged.set(), staged.source(), java.util.Objects.requireNonNull(staged.report()));
			part.progress(input.taken());
		}
		part.result(new IntakeResult(id));
	}

	@Override
	public void completed(JobTask task) {
		this.files.delete(task.as(IntakeTask.class).uploadId());
	}

	@Override
	public void failed(JobTask task, String reason) {
		this.sets.failed(task.as(IntakeTask.class).dataSetId(), reason);
	}

	/**
	 * The result of an intake job.
	 *
	 * @param dataSetId the data set
	 */
	record IntakeResult(UUID dataSetId) {
	}

	/**
	 * Counts the bytes read.
	 */
	private static final class Counted extends FilterInputStream {

		private long count;

		Counted(InputStream input) {
			super(input);
		}

		/** Returns the number of bytes read since the last call. */
		long taken() {
			long taken = this.count;
			this.count = 0;
			return taken;
		}

		@Override
		public int read() throws IOException {
			int next = super.read();
			this.count += (next >= 0) ? 1 : 0;
			return next;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int read = super.read(target, offset, length);
			this.count += Math.max(0, read);
			return read;
		}

	}

}
