package io.kehu.migration.live;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import io.kehu.migration.dataset.DataSetOrigin;
import io.kehu.migration.dataset.DataSets;
import io.kehu.migration.job.JobView;
import io.kehu.migration.job.Jobs;
import io.kehu.platform.idempotency.OutsideWork;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Callers;
import io.kehu.platform.security.Scope;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Begins jobs that fetch the live customers. They act on all customers with the
 * permissions of the service, so callers need the same permissions.
 */
@Service
class LiveMigrations {

	/** The parameters of a list that are not filters. */
	private static final Set<String> PAGING = Set.of("limit", "cursor", "count", "sort");

	/** The filters that ask for personal data. */
	private static final Set<String> PERSONAL = Set.of("email", "phone", "taxNumber", "q");

	/** The filters whose values must not be stored. */
	private static final Pattern SEALED = Pattern.compile("taxNumber(\\[(?!null]).*)?");

	private final Jobs jobs;

	private final LiveKinds kinds;

	private final DataSets sets;

	private final TransactionOperations transactions;

	LiveMigrations(Jobs jobs, LiveKinds kinds, DataSets sets, TransactionOperations transactions) {
		this.jobs = jobs;
		this.kinds = kinds;
		this.sets = sets;
		this.transactions = transactions;
	}

	static void requireAll(String permission) {
		if (Callers.current().scope(permission).orElse(null) != Scope.ALL) {
			throw ProblemException.of(HttpStatus.FORBIDDEN, "forbidden",
					"The permission %s for all customers is required.".formatted(permission));
		}
	}

	/**
	 * Begins to fetch the live customers.
	 * @throws ProblemException if the filters are invalid
	 */
	JobView fetch(NewLiveCustomers wanted) {
		requireAll("customer:read");
		Map<String, String> filters = Objects.requireNonNullElse(wanted.filters(), Map.of());
		filters.keySet().stream().filter(PAGING::contains).forEach((name) -> {
			throw ProblemException.invalid("/filters/" + name, "unsuitable",
					"must not be set: all matching customers are fetched");
		});
		filters.keySet().stream().filter(SEALED.asMatchPredicate()).forEach((name) -> {
			throw ProblemException.invalid("/filters/" + name, "unsuitable",
					"must not be set: tax numbers are not stored in clear, but the filters are stored with the job");
		});
		if (filters.keySet().stream().anyMatch((name) -> PERSONAL.contains(name.replaceFirst("\\[.*", "")))) {
			requireAll("customer:pii");
		}
		long total = OutsideWork.call(() -> this.kinds.customers().count(filters));
		String name = Objects.requireNonNullElse(wanted.name(), "Live customers");
		return Objects.requireNonNull(this.transactions.execute((transaction) -> {
			UUID set = this.sets.begin(name, DataSetOrigin.LIVE, null);
			JobView job = this.jobs.begin(this.kinds.fetch(), set, new LiveCustomersTask(set, filters), total);
			this.sets.attach(set, job.id());
			return job;
		}));
	}

}
