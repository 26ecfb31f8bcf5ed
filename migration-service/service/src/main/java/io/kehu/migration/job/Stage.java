package io.kehu.migration.job;

import java.util.function.ToIntFunction;

/**
 * A step of a kind of job, cut into parts that instances work on beside each other; the
 * next stage begins when all are done.
 *
 * @param name its name, unique in its kind
 * @param parts how many parts it has for a job; none leaves it out
 * @param work what is done for each part; done again from its beginning when it was
 * interrupted, so that it must give the same then
 * @param alone whether an instance works on one part of such stages at a time, since it
 * needs all rows in memory
 */
public record Stage(String name, ToIntFunction<JobTask> parts, Work work, boolean alone) {

	public Stage(String name, ToIntFunction<JobTask> parts, Work work) {
		this(name, parts, work, false);
	}

	/** A stage of one part. */
	public static Stage whole(String name, Work work) {
		return new Stage(name, (task) -> 1, work);
	}

	/** The same stage, of which an instance works on one part at a time. */
	public Stage onePartAtATime() {
		return new Stage(this.name, this.parts, this.work, true);
	}

	/**
	 * The work of one part.
	 */
	@FunctionalInterface
	public interface Work {

		/**
		 * Work on a part.
		 * @param part which one
		 * @throws Exception when it fails; the message of a {@link JobFailure} is shown
		 */
		void on(PartRun part) throws Exception;

	}

}
