package io.kehu.migration.report;

import java.io.IOException;
import java.util.Objects;
import java.util.UUID;

import io.kehu.migration.dataset.DataSetView;
import io.kehu.migration.dataset.DataSets;
import io.kehu.migration.dataset.SetRows;
import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.job.JobView;
import io.kehu.migration.job.Jobs;
import io.kehu.migration.profile.ProfileReport;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;

/**
 * Begins profile jobs, and returns their reports.
 */
@Service
public class ProfileReports {

	private final Jobs jobs;

	private final ProfileJob kind;

	private final DataSets sets;

	private final StagedData data;

	private final JsonMapper json = JsonMapper.builder().build();

	ProfileReports(Jobs jobs, ProfileJob kind, DataSets sets, StagedData data) {
		this.jobs = jobs;
		this.kind = kind;
		this.sets = sets;
		this.data = data;
	}

	JobView begin(NewProfile wanted) {
		DataSetView set = this.sets.require(wanted.dataSetId(), "/dataSetId");
		return this.jobs.begin(this.kind, set.id(), new ProfileTask(set.id()), set.rows());
	}

	/**
	 * Returns the report of a completed profile job as JSON.
	 * @throws io.kehu.platform.problem.ProblemException 404 if there is no such job, 409
	 * if it has not completed
	 */
	public String text(UUID job) throws IOException {
		this.jobs.completed(job, ProfileJob.NAME);
		try (SetRows rows = this.data.rows(ProfileJob.report(job))) {
			return Objects.requireNonNull(Objects.requireNonNull(rows.next()).value(0));
		}
	}

	/** Returns the report of a completed profile job. */
	public ProfileReport report(UUID job) throws IOException {
		return this.json.readValue(text(job), ProfileReport.class);
	}

}
