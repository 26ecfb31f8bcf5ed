package io.kehu.migration.report;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.dataset.DataSets;
import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.intake.Row;
import io.kehu.migration.job.JobFailure;
import io.kehu.migration.job.JobKind;
import io.kehu.migration.job.JobTask;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.job.Stage;
import io.kehu.migration.profile.ProfileReport;
import io.kehu.migration.profile.TableProfiler;
import io.kehu.migration.staging.PartitionFile;
import io.kehu.migration.staging.PartitionWriter;
import io.kehu.migration.staging.StagedPartition;
import io.kehu.migration.staging.StagedRows;
import io.kehu.migration.staging.StagedSet;

import org.springframework.stereotype.Component;

/**
 * ProfileReports a data set in one pass. Each part profiles some of its partitions; one
 * then merges their counts. All of it is kept in staging, because it shows values of
 * rows.
 */
@Component
class ProfileJob implements JobKind {

	static final String NAME = "profile";

	/** Each leaves a state to merge, which takes time, too. */
	private static final int MOST_PARTS = 8;

	private final DataSets sets;

	private final StagedData data;

	ProfileJob(DataSets sets, StagedData data) {
		this.sets = sets;
		this.data = data;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Stage> stages(JobTask job) {
		return List.of(new Stage("partitions", (task) -> parts(set(task)), this::partitions),
				Stage.whole("profile", this::profile));
	}

	private static int parts(StagedSet set) {
		return Math.min(MOST_PARTS, set.partitions().size());
	}

	private StagedSet set(JobTask task) {
		try {
			return this.data.set(task.as(ProfileTask.class).dataSetId().toString());
		}
		catch (IOException ex) {
			throw new JobFailure("The data set has been deleted");
		}
	}

	/** Returns the name of the set with the report of a job. */
	static String report(UUID job) {
		return job + "-report";
	}

	private static String states(JobTask task) {
		return task.jobId() + "-states";
	}

	/** ProfileReports consecutive partitions. */
	private void partitions(PartRun part) throws Exception {
		StagedSet set = set(part.task());
		TableProfiler profiler = new TableProfiler(set.columns());
		int all = set.partitions().size();
		int parts = parts(set);
		for (StagedPartition partition : set.partitions()
			.subList(all * part.number() / parts, all * (part.number() + 1) / parts)) {
			try (StagedRows rows = this.data.area().read(set.id(), partition.number())) {
				for (Row row = rows.next(); row != null; row = rows.next()) {
					profiler.accept(row);
					part.progress(1);
				}
			}
		}
		try (PartitionFile state = this.data.area().writeBytes(states(part.task()), part.number())) {
			profiler.write(state.output());
			state.complete();
		}
	}

	private void profile(PartRun part) throws Exception {
		UUID id = part.task().as(ProfileTask.class).dataSetId();
		StagedSet set = set(part.task());
		TableProfiler profiler = new TableProfiler(set.columns());
		for (int number = 0; number < parts(set); number++) {
			part.progress(0);
			try (DataInputStream state = this.data.area().readBytes(states(part.task()), number)) {
				profiler.merge(state);
			}
		}
		DataSets.Origins origins = this.sets.origins(id);
		ProfileReport report = new ProfileReport(origins.name(), origins.source(), origins.reading(),
				profiler.result());
		String target = report(part.task().jobId());
		try (PartitionWriter writer = this.data.area().writePartition(target, 0)) {
			writer.write(new Row(1, report.toJson()));
			this.data.area().complete(target, List.of("report"), List.of(writer.complete()));
		}
		part.result(ProfileSummary.of(report.profile()));
	}

	@Override
	public void completed(JobTask task) {
		try {
			this.data.area().delete(states(task));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
