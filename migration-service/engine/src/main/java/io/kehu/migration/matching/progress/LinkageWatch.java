package io.kehu.migration.matching.progress;

/**
 * Receives the progress of a linkage, and can cancel it.
 */
@FunctionalInterface
public interface LinkageWatch {

	/** Ignores all progress. */
	LinkageWatch NONE = (phase, share) -> {
	};

	/**
	 * Receives the progress of a phase. Called many times a second, by several threads at
	 * once, so that a smaller share may come after a larger one.
	 * @param phase what is being done
	 * @param share how much of it is done, from 0 to 1
	 * @throws java.util.concurrent.CancellationException to end the linkage, which throws
	 * it on; to be thrown again at each later call, since other threads may still be at
	 * work
	 */
	void reached(Phase phase, double share);

	/**
	 * What a linkage does, in this order.
	 */
	enum Phase {

		/** Fields and blocks are made and weights are learnt. */
		LEARNING,

		/** Pairs are weighed. */
		WEIGHING,

		/** Records are joined. */
		CLUSTERING

	}

}
