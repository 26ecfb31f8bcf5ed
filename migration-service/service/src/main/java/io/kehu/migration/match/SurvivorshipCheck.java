package io.kehu.migration.match;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.kehu.migration.survivorship.SurvivorshipRule;
import io.kehu.platform.problem.ProblemException;

/**
 * Refuses rules of survivorship that could have no effect.
 */
final class SurvivorshipCheck {

	private final NewLinkage wanted;

	private final Set<String> columns;

	private final Set<String> sources;

	private SurvivorshipCheck(NewLinkage wanted, Set<String> columns) {
		this.wanted = wanted;
		this.columns = columns;
		this.sources = new HashSet<>(wanted.sources().stream().map(MatchSource::knownAs).toList());
	}

	/**
	 * Checks the rules of a linkage.
	 * @param wanted the linkage, with the names of all sources
	 * @param columns the columns of all sources
	 * @throws ProblemException 400 naming the rule
	 */
	static void check(NewLinkage wanted, Set<String> columns) {
		SurvivorshipCheck check = new SurvivorshipCheck(wanted, columns);
		if (wanted.survivorship() != null) {
			wanted.survivorship().forEach(check::column);
		}
		if (wanted.otherwise() != null) {
			check.rule("/otherwise", wanted.otherwise());
		}
	}

	private void column(String column, NewLinkage.SurvivorChoice choice) {
		String pointer = "/survivorship/" + column.replace("~", "~0").replace("/", "~1");
		if (!this.columns.contains(column)) {
			throw ProblemException.invalid(pointer, "not_found", "none of the data sets has a column " + column);
		}
		rule(pointer, choice);
	}

	private void rule(String pointer, NewLinkage.SurvivorChoice choice) {
		try {
			choice.rule();
		}
		catch (IllegalArgumentException ex) {
			throw ProblemException.invalid(pointer, "invalid_value", String.valueOf(ex.getMessage()));
		}
		if (choice.kind() == SurvivorshipRule.Kind.MOST_RECENT && this.wanted.changedColumn() == null) {
			throw ProblemException.invalid("/changedColumn", "required", "required for most_recent");
		}
		List<String> order = (choice.order() != null) ? choice.order() : List.of();
		for (int i = 0; choice.kind() == SurvivorshipRule.Kind.SOURCE_PRIORITY && i < order.size(); i++) {
			if (!this.sources.contains(order.get(i))) {
				throw ProblemException.invalid("%s/order/%d".formatted(pointer, i), "not_found",
						"no source is named " + order.get(i));
			}
		}
	}

}
