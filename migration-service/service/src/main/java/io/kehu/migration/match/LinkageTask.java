package io.kehu.migration.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.kehu.migration.matching.LinkageSettings;
import io.kehu.migration.matching.field.ColumnRole;
import io.kehu.migration.matching.progress.LinkageWatch.Phase;
import io.kehu.platform.problem.ProblemException;

/**
 * What a linkage job is to do.
 *
 * @param wanted what was asked for, with the names of all sources
 * @param outputId the data set to be made
 * @param shares in how many shares pairs are weighed, each on an instance; 0 or 1 where
 * it is not worth sharing
 */
record LinkageTask(NewLinkage wanted, UUID outputId, int shares) {

	/** Whether several instances weigh. */
	boolean shared() {
		return this.shares > 1;
	}

	/**
	 * How much work it is for so many records: each counts once when it is loaded and
	 * once when it is merged, and as often in between as fits the time that it takes.
	 */
	long work(long records) {
		long learning = records + work(Phase.LEARNING, records);
		long weighing = work(Phase.WEIGHING, records);
		long joining = work(Phase.CLUSTERING, records) + records;
		return shared() ? this.shares * (learning + weighing) + learning + joining : learning + weighing + joining;
	}

	/** How much of it one instance does in a phase. */
	long work(Phase phase, long records) {
		return switch (phase) {
			case LEARNING -> 4 * records;
			case WEIGHING -> 5 * records / Math.max(1, this.shares);
			case CLUSTERING -> records;
		};
	}

	/**
	 * The settings, the usual ones where nothing was asked for.
	 * @throws IllegalArgumentException when the probabilities are the wrong way round
	 */
	static LinkageSettings settings(NewLinkage wanted) {
		LinkageSettings usual = LinkageSettings.defaults();
		return new LinkageSettings(or(wanted.matchProbability(), usual.matchProbability()),
				or(wanted.reviewProbability(), usual.reviewProbability()), Boolean.TRUE.equals(wanted.acrossSources()),
				roles(wanted), (wanted.seed() != null) ? wanted.seed() : usual.seed());
	}

	private static Map<String, ColumnRole> roles(NewLinkage wanted) {
		Map<String, ColumnRole> roles = new HashMap<>();
		if (wanted.roles() != null) {
			wanted.roles().forEach((column, role) -> roles.put(column, role(column, role)));
		}
		return roles;
	}

	private static ColumnRole role(String column, String name) {
		return Arrays.stream(ColumnRole.values())
			.filter((role) -> role.toString().equals(name))
			.findFirst()
			.orElseThrow(() -> ProblemException.invalid("/roles/" + column.replace("~", "~0").replace("/", "~1"),
					"invalid_value", "must be one of " + Arrays.toString(ColumnRole.values())));
	}

	private static double or(@org.jspecify.annotations.Nullable Double wanted, double usual) {
		return (wanted != null) ? wanted : usual;
	}

}
