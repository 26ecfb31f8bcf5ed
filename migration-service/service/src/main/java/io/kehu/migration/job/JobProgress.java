package io.kehu.migration.job;

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a job.
 *
 * @param percent the share of the work that is done, from 0 to 100
 * @param done the rows (bytes while a file is being read) processed over all stages
 * @param total the rows (or bytes) to process over all stages
 * @param perSecond the rows (or bytes) processed per second since the latest start
 * @param secondsLeft the remaining time at this rate; absent while it can't be estimated
 * @param parts the number of parts in the stages so far
 * @param partsDone the number of parts that are done
 * @param partsRunning the number of parts being processed
 * @param instances the number of instances that have processed parts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobProgress(double percent, long done, long total, long perSecond, @Nullable Long secondsLeft, int parts,
		int partsDone, int partsRunning, int instances) {

	static JobProgress of(PartStore.PartCounts counts, long total, long before, Duration running, JobStatus status) {
		long done = (status == JobStatus.COMPLETED) ? total : Math.min(counts.done(), total);
		double seconds = running.toMillis() / 1000.0;
		long rate = (seconds > 0) ? Math.round(Math.max(0, done - before) / seconds) : 0;
		boolean known = rate > 0 && !status.ended();
		double percent = (total > 0) ? Math.floor(1000.0 * done / total) / 10 : 0;
		return new JobProgress((status == JobStatus.COMPLETED) ? 100 : Math.min(percent, 99.9), done, total, rate,
				known ? (total - done + rate - 1) / rate : null, counts.parts(), counts.finished(), counts.running(),
				counts.instances());
	}

}
