package io.kehu.migration.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.kehu.migration.dataset.DataSetOrigin;
import io.kehu.migration.dataset.DataSetView;
import io.kehu.migration.dataset.DataSets;
import io.kehu.migration.match.FinishedLinkage;
import io.kehu.platform.problem.ProblemException;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Creates the tasks of applications from requests, and validates these.
 */
@Component
class ApplicationTasks {

	private final DataSets sets;

	ApplicationTasks(DataSets sets) {
		this.sets = sets;
	}

	/**
	 * Returns the task of applying a linkage, without its limits.
	 * @throws ProblemException if its records have no keys, or the columns are unsuitable
	 */
	ApplicationTask of(FinishedLinkage linkage, DataSetView output, NewApplication wanted) {
		Set<String> live = new HashSet<>();
		Map<String, String> systems = new HashMap<>();
		Instant fetched = null;
		for (FinishedLinkage.Source source : linkage.sources()) {
			DataSetView set = this.sets.get(source.dataSetId());
			if (set.origin() == DataSetOrigin.LIVE) {
				live.add(source.name());
				fetched = (fetched == null || set.createdAt().isBefore(fetched)) ? set.createdAt() : fetched;
			}
			requireKey(source, set);
			systems.put(source.name(), system(wanted, source.name()));
		}
		checkNames(wanted, systems.keySet());
		return new ApplicationTask(output.id(), linkage.members(), linkage.lineage(), live, fetched, systems,
				Objects.requireNonNullElse(wanted.kind(), "person"), columns(wanted, output), warnings(linkage),
				wanted.isDryRun(), 0, Confirmation.NONE, 0);
	}

	private static List<String> warnings(FinishedLinkage linkage) {
		List<String> warnings = new ArrayList<>();
		if (linkage.undecided() > 0) {
			warnings.add("pairs to review that are not decided: %,d; their records stay separate"
				.formatted(linkage.undecided()));
		}
		if (linkage.unapplied() > 0) {
			warnings.add(
					"pairs that are decided to be the same, but separate in this linkage: %,d; link the data sets again"
						.formatted(linkage.unapplied()));
		}
		return warnings;
	}

	private static void checkNames(NewApplication wanted, Set<String> sources) {
		if (wanted.systems() != null) {
			wanted.systems().keySet().stream().filter((name) -> !sources.contains(name)).forEach((name) -> {
				throw ProblemException.invalid(pointer("/systems/", name), "not_found",
						"the linkage has no such source; its sources are " + String.join(", ", sources));
			});
		}
	}

	private static String pointer(String parent, String name) {
		return parent + name.replace("~", "~0").replace("/", "~1");
	}

	private static void requireKey(FinishedLinkage.Source source, DataSetView set) {
		boolean sound = (set.origin() == DataSetOrigin.LIVE) ? LiveCustomersJob.KEY.equals(source.keyColumn())
				: source.keyColumn() != null;
		if (!sound) {
			throw ProblemException.of(HttpStatus.CONFLICT, "no-key",
					"The records of %s have no permanent keys; repeat the linkage with a keyColumn."
						.formatted(source.name()));
		}
	}

	/** Returns the system of the external ids of a source. */
	private static String system(NewApplication wanted, String source) {
		String given = (wanted.systems() != null) ? wanted.systems().get(source) : null;
		String plain = source.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[^a-z]+", "");
		String made = plain.isEmpty() ? "file" : plain.substring(0, Math.min(50, plain.length()));
		return (given != null) ? given : made;
	}

	private static Map<String, String> columns(NewApplication wanted, DataSetView output) {
		Map<String, String> columns = new LinkedHashMap<>();
		output.columns()
			.forEach((column) -> CustomerField.meantBy(column)
				.ifPresent((field) -> columns.put(column, field.toString())));
		Map<String, String> given = Objects.requireNonNullElse(wanted.columns(), Map.of());
		given.forEach((column, field) -> {
			String pointer = pointer("/columns/", column);
			if (!output.columns().contains(column)) {
				throw ProblemException.invalid(pointer, "not_found", "the merged rows have no such column");
			}
			if (field.isEmpty()) {
				columns.remove(column);
				return;
			}
			columns.put(column,
					CustomerField.called(field)
						.map(CustomerField::toString)
						.orElseThrow(() -> ProblemException.invalid(pointer, "invalid_value",
								"must be one of " + Arrays.toString(CustomerField.values()))));
		});
		return columns;
	}

}
