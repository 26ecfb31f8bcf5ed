package io.kehu.migration.match;

import java.util.UUID;

import io.kehu.migration.job.JobView;
import io.kehu.migration.job.Jobs;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;

/**
 * Finds completed linkages.
 */
@Service
public class FinishedLinkages {

	private final Jobs jobs;

	private final JsonMapper json;

	FinishedLinkages(Jobs jobs, JsonMapper json) {
		this.jobs = jobs;
		this.json = json;
	}

	/**
	 * Returns the linkage of a job.
	 * @throws io.kehu.platform.problem.ProblemException 404 if there is none, 409 if it
	 * has not completed
	 */
	public FinishedLinkage find(UUID job) {
		JobView found = this.jobs.completed(job, LinkageJob.NAME);
		LinkageTask task = this.json.treeToValue(found.task(), LinkageTask.class);
		return new FinishedLinkage(task.outputId(), LinkageJob.made(job, "members"), LinkageJob.made(job, "lineage"),
				task.wanted()
					.sources()
					.stream()
					.map((source) -> new FinishedLinkage.Source(source.knownAs(), source.dataSetId(),
							source.keyColumn()))
					.toList());
	}

}
