package io.kehu.migration.match;

import java.util.UUID;

import io.kehu.migration.matching.LinkageSettings;
import io.kehu.migration.matching.progress.LinkageWatch.Phase;

/**
 * The task of a linkage job.
 *
 * @param wanted the request, with the names of all sources
 * @param outputId the data set to create
 * @param shares the number of shares in which pairs are weighed, each by an instance; 0
 * or 1 if it is not shared
 */
record LinkageTask(NewLinkage wanted, UUID outputId, int shares) {

	/** Returns whether several instances weigh pairs. */
	boolean shared() {
		return this.shares > 1;
	}

	/**
	 * Returns the amount of work for a number of records: each counts once when it is
	 * loaded and once when it is merged, and in between in proportion to the duration.
	 */
	long work(long records) {
		long learning = records + work(Phase.LEARNING, records);
		long weighing = work(Phase.WEIGHING, records);
		long joining = work(Phase.CLUSTERING, records) + records;
		return shared() ? this.shares * (learning + weighing) + learning + joining : learning + weighing + joining;
	}

	/** Returns the amount of work that an instance does in a phase. */
	long work(Phase phase, long records) {
		return switch (phase) {
			case LEARNING -> 4 * records;
			case WEIGHING -> 5 * records / Math.max(1, this.shares);
			case CLUSTERING -> records;
		};
	}

	/**
	 * Returns the settings, with defaults where the request has none.
	 * @throws IllegalArgumentException if the review probability exceeds the match
	 * probability
	 */
	static LinkageSettings settings(NewLinkage wanted) {
		LinkageSettings usual = LinkageSettings.defaults();
		return new LinkageSettings(or(wanted.matchProbability(), usual.matchProbability()),
				or(wanted.reviewProbability(), usual.reviewProbability()), Boolean.TRUE.equals(wanted.acrossSources()),
				wanted.rolesOrDetected(), (wanted.seed() != null) ? wanted.seed() : usual.seed());
	}

	private static double or(@org.jspecify.annotations.Nullable Double wanted, double usual) {
		return (wanted != null) ? wanted : usual;
	}

}
