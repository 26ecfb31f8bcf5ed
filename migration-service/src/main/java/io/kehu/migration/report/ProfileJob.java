package io.kehu.migration.report;

import java.util.List;
import java.util.UUID;

import io.kehu.migration.dataset.DataSets;
import io.kehu.migration.dataset.SetRows;
import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.intake.Row;
import io.kehu.migration.job.JobKind;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.job.Stage;
import io.kehu.migration.profile.ProfileReport;
import io.kehu.migration.profile.TableProfiler;
import io.kehu.migration.staging.PartitionWriter;
import io.kehu.migration.staging.StagedSet;

import org.springframework.stereotype.Component;

/**
 * Profiles a data set in one pass. The report lies in staging as the rows do, because it
 * shows some of their values.
 */
@Component
class ProfileJob implements JobKind {

	static final String NAME = "profile";

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
	public List<Stage> stages() {
		return List.of(Stage.whole("profile", this::profile));
	}

	/** Where the report of a job lies. */
	static String report(UUID job) {
		return job + "-report";
	}

	private void profile(PartRun part) throws Exception {
		UUID id = part.task().as(ProfileTask.class).dataSetId();
		StagedSet set = this.data.set(id.toString());
		TableProfiler profiler = new TableProfiler(set.columns());
		try (SetRows rows = this.data.rows(set.id())) {
			for (Row row = rows.next(); row != null; row = rows.next()) {
				profiler.accept(row);
				part.progress(1);
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

}
