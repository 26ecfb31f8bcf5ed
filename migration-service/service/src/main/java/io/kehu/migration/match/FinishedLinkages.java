package io.kehu.migration.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import io.kehu.migration.dataset.SetRows;
import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.intake.Row;
import io.kehu.migration.job.JobView;
import io.kehu.migration.job.Jobs;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;

/**
 * Finds completed linkages.
 */
@Service
public class FinishedLinkages {

	private final Jobs jobs;

	private final JsonMapper json;

	private final StagedData data;

	private final Reviews reviews;

	FinishedLinkages(Jobs jobs, JsonMapper json, StagedData data, Reviews reviews) {
		this.jobs = jobs;
		this.json = json;
		this.data = data;
		this.reviews = reviews;
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
					.toList(),
				pairs(job, null), pairs(job, Reviews.SAME));
	}

	/** Returns the number of pairs to review with a decision, or without one if null. */
	private long pairs(UUID job, @Nullable String decision) {
		Function<Row, @Nullable String> decisions = this.reviews.decisions(job);
		long count = 0;
		try (SetRows rows = this.data.rows(LinkageJob.made(job, "review"))) {
			for (Row pair = rows.next(); pair != null; pair = rows.next()) {
				count += Objects.equals(decisions.apply(pair), decision) ? 1 : 0;
			}
			return count;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
