package io.kehu.migration.live;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.kehu.migration.dataset.DataSetOrigin;
import io.kehu.migration.dataset.DataSetView;
import io.kehu.migration.dataset.DataSets;
import io.kehu.migration.dataset.RowPage;
import io.kehu.migration.dataset.RowPages;
import io.kehu.migration.job.JobView;
import io.kehu.migration.job.Jobs;
import io.kehu.migration.match.FinishedLinkage;
import io.kehu.migration.match.FinishedLinkages;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Callers;
import io.kehu.platform.security.Scope;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins jobs that read and change the live customers. They act on all customers with the
 * permissions of the service, so callers need the same permissions.
 */
@Service
class LiveMigrations {

	/** The parameters of a list that are not filters. */
	private static final Set<String> PAGING = Set.of("limit", "cursor", "count", "sort");

	private final Jobs jobs;

	private final LiveKinds kinds;

	private final DataSets sets;

	private final RowPages pages;

	private final FinishedLinkages linkages;

	LiveMigrations(Jobs jobs, LiveKinds kinds, DataSets sets, RowPages pages, FinishedLinkages linkages) {
		this.jobs = jobs;
		this.kinds = kinds;
		this.sets = sets;
		this.pages = pages;
		this.linkages = linkages;
	}

	private static void requireAll(String permission) {
		if (Callers.current().scope(permission).orElse(null) != Scope.ALL) {
			throw ProblemException.of(HttpStatus.FORBIDDEN, "forbidden",
					"The permission %s for all customers is required.".formatted(permission));
		}
	}

	/**
	 * Begins to fetch the live customers.
	 * @throws ProblemException if the filters are invalid
	 */
	@Transactional
	JobView fetch(NewLiveCustomers wanted) {
		requireAll("customer:read");
		Map<String, String> filters = Objects.requireNonNullElse(wanted.filters(), Map.of());
		filters.keySet().stream().filter(PAGING::contains).forEach((name) -> {
			throw ProblemException.invalid("/filters/" + name, "unsuitable",
					"must not be set: all matching customers are fetched");
		});
		long total = this.kinds.customers().count(filters);
		UUID set = this.sets.begin(Objects.requireNonNullElse(wanted.name(), "Live customers"), DataSetOrigin.LIVE,
				null);
		JobView job = this.jobs.begin(this.kinds.fetch(), set, new LiveCustomersTask(set, filters), total);
		this.sets.attach(set, job.id());
		return job;
	}

	/**
	 * Begins to apply a linkage.
	 * @throws ProblemException if it has not completed, is not approved, or its records
	 * have no keys
	 */
	@Transactional
	JobView apply(UUID linkage, NewApplication wanted) {
		requireAll("customer:read");
		requireAll("customer:write");
		FinishedLinkage found = this.linkages.find(linkage);
		DataSetView output = this.sets.get(found.outputId());
		if (output.approvedAt() == null) {
			throw ProblemException.of(HttpStatus.CONFLICT, "not-approved",
					"The data set %s must be approved first.".formatted(output.id()));
		}
		Set<String> live = new HashSet<>();
		Map<String, String> systems = new HashMap<>();
		Instant fetched = null;
		for (FinishedLinkage.Source source : found.sources()) {
			DataSetView set = this.sets.get(source.dataSetId());
			if (set.origin() == DataSetOrigin.LIVE) {
				live.add(source.name());
				fetched = (fetched == null || set.createdAt().isBefore(fetched)) ? set.createdAt() : fetched;
			}
			requireKey(source, set);
			systems.put(source.name(), system(wanted, source.name()));
		}
		ApplicationTask task = new ApplicationTask(output.id(), found.members(), live, fetched, systems,
				Objects.requireNonNullElse(wanted.kind(), "person"), columns(wanted, output));
		return this.jobs.begin(this.kinds.application(), output.id(), task, output.rows());
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
			String pointer = "/columns/" + column.replace("~", "~0").replace("/", "~1");
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

	RowPage outcomes(UUID job, int limit, @Nullable String cursor) throws IOException {
		return this.pages.page(ApplicationJob.outcomes(this.jobs.completed(job, ApplicationJob.NAME).id()), limit,
				cursor);
	}

}
