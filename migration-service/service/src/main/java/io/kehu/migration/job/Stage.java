package io.kehu.migration.job;

import java.util.function.ToIntFunction;

/**
 * A step of a kind of job, divided into parts that instances process concurrently. The
 * next stage begins when all parts are done.
 *
 * @param name the name, unique within the kind
 * @param parts the number of parts for a job; a stage with none is skipped
 * @param work the work on each part, which is repeated from its beginning after an
 * interruption and must have the same outcome then
 * @param onePerInstance whether an instance processes one part of such stages at a time,
 * because it needs all rows in memory
 */
public record Stage(String name, ToIntFunction<JobTask> parts, Work work, boolean onePerInstance) {

	public Stage(String name, ToIntFunction<JobTask> parts, Work work) {
		this(name, parts, work, false);
	}

	/** Creates a stage of one part. */
	public static Stage whole(String name, Work work) {
		return new Stage(name, (task) -> 1, work);
	}

	/** Returns this stage with instances that process one part at a time. */
	public Stage onePartPerInstance() {
		return new Stage(this.name, this.parts, this.work, true);
	}

	/**
	 * The work on one part.
	 */
	@FunctionalInterface
	public interface Work {

		/**
		 * Processes a part.
		 * @param part the part
		 * @throws Exception if it fails; the message of a {@link JobFailure} is shown to
		 * the steward
		 */
		void on(PartRun part) throws Exception;

	}

}
