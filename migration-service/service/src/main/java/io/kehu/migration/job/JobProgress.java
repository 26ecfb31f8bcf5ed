package io.kehu.migration.job;

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param percent how much of it is done, from 0 to 100
 * @param done how many rows (bytes, when a file is being read) have been worked on, over
 * all stages
 * @param total how many there are to work on, over all stages
 * @param perSecond how many a second, since the job was started last
 * @param secondsLeft how long it will take at this rate; absent when nobody knows
 * @param parts how many parts there are in the stages so far
 * @param partsDone how many of them are done
 * @param partsRunning how many are being worked on
 * @param instances how many instances work, or have worked, on them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobProgress(double percent, long done, long total, long perSecond, @Nullable Long secondsLeft, int parts,
		int partsDone, int partsRunning, int instances) {

	static JobProgress of(JobStore.PartCounts counts, long total, long before, Duration running, JobStatus status) {
		long done = (status == JobStatus.COMPLETED) ? total : Math.min(counts.done(), total);
		double seconds = running.toMillis() / 1000.0;
		long rate = (seconds > 0) ? Math.round(Math.max(0, done - before) / seconds) : 0;
		boolean known = rate > 0 && !status.ended();
		double percent = (total > 0) ? Math.floor(1000.0 * done / total) / 10 : 0;
		return new JobProgress((status == JobStatus.COMPLETED) ? 100 : Math.min(percent, 99.9), done, total, rate,
				known ? (total - done + rate - 1) / rate : null,
				counts.waiting() + counts.running() + counts.finished(), counts.finished(), counts.running(),
				counts.instances());
	}

}
