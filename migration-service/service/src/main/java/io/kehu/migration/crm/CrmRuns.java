package io.kehu.migration.crm;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.kehu.migration.connection.Connections;
import io.kehu.migration.job.JobView;
import io.kehu.migration.job.Jobs;
import io.kehu.migration.mapping.CrmMapping;
import io.kehu.migration.mapping.EntityMapping;
import io.kehu.migration.mapping.EntityPlan;
import io.kehu.migration.mapping.MappingPlan;
import io.kehu.migration.mapping.MappingView;
import io.kehu.migration.move.database.Database;
import io.kehu.migration.move.database.KeyRanges;
import io.kehu.migration.tables.MoveKeys;
import io.kehu.platform.security.Scope;
import io.kehu.platform.idempotency.OutsideWork;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Callers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins runs of mappings and their undoing, and returns what they found. They act with
 * the permissions of the service, so callers need the same permissions.
 */
@Service
class CrmRuns {

	/** Smaller tables are not divided. */
	private static final long DIVIDED_FROM = 2000;

	private final Jobs jobs;

	private final CrmSources sources;

	private final CrmRunJob run;

	private final MoveKeys keys;

	private final JsonMapper json;

	private final TransactionTemplate transactions;

	CrmRuns(Jobs jobs, CrmSources sources, CrmRunJob run, MoveKeys keys, JsonMapper json,
			TransactionTemplate transactions) {
		this.jobs = jobs;
		this.sources = sources;
		this.run = run;
		this.keys = keys;
		this.json = json;
		this.transactions = transactions;
	}

	/**
	 * Begins a run.
	 * @throws ProblemException 400 if the mapping or the run to retry does not exist, 403
	 * if the caller may not write all records, 409 if the source does not fit
	 */
	JobView begin(NewCrmRun wanted) {
		MappingView mapping = mapping(wanted.mappingId());
		requireAll(mapping.mapping());
		CrmTask task = wanted.task(mapping.connectionId());
		UUID retried = task.retryOf();
		if (retried != null) {
			checkRetried(retried, wanted.mappingId());
		}
		Divided divided = OutsideWork.call(() -> divide(mapping, wanted.usedPartitions(), retried != null));
		JobView begun = this.transactions.execute((status) -> {
			JobView job = this.jobs.begin(this.run, null, task, Math.max(1, divided.rows()));
			this.sources.store()
				.insert(job.id(), task, mapping.mapping(), this.keys.present().id(), divided.conditions());
			return job;
		});
		return Objects.requireNonNull(begun);
	}

	private MappingView mapping(UUID id) {
		try {
			return this.sources.mappings().get(id);
		}
		catch (ProblemException ex) {
			throw ProblemException.invalid("/mappingId", "not_found", "there is no mapping " + id);
		}
	}

	private void checkRetried(UUID id, UUID mapping) {
		boolean fits = this.sources.store().find(id).isPresent() && task(id).mappingId().equals(mapping);
		if (!fits || !this.jobs.get(id).status().ended() || task(id).dryRun()) {
			throw ProblemException.invalid("/retryOf", "not_found", "must be a run of the mapping that has ended");
		}
	}

	/** Records of other owners are found and changed, too. */
	static void requireAll(CrmMapping mapping) {
		for (EntityMapping entity : mapping.entities()) {
			String permission = Permissions.writing(entity.resource());
			if (Callers.current().scope(permission).orElse(null) != Scope.ALL) {
				throw ProblemException.of(HttpStatus.FORBIDDEN, "forbidden",
						"The permission %s for all %s is required.".formatted(permission, entity.resource()));
			}
		}
	}

	private Divided divide(MappingView mapping, int partitions, boolean whole) {
		MappingPlan plan = this.sources.mappings().plan(mapping.connectionId(), mapping.mapping());
		Database source = this.sources.connections().database(mapping.connectionId());
		Map<String, List<@Nullable String>> conditions = new LinkedHashMap<>();
		long rows = 0;
		try {
			for (EntityPlan entity : plan.entities()) {
				long estimate = entity.query().table().estimatedRows();
				rows += 2 * Math.max(1, estimate);
				int divided = (whole || estimate < DIVIDED_FROM) ? 1 : partitions;
				List<@Nullable String> found = new KeyRanges(source, entity.query().table()).divide(divided, null);
				conditions.put(entity.entity().name(), and(found, entity.condition()));
			}
		}
		catch (SQLException ex) {
			throw Connections.unreachable(ex);
		}
		return new Divided(conditions, rows);
	}

	private static List<@Nullable String> and(List<@Nullable String> conditions, @Nullable String other) {
		List<@Nullable String> all = new ArrayList<>();
		for (String condition : conditions) {
			all.add((condition == null || other == null) ? ((condition != null) ? condition : other)
					: "(" + condition + ") and " + other);
		}
		return all;
	}

	/**
	 * Returns the signed report of a run.
	 * @throws ProblemException 404 if there is no such run, 403 if it contains customers
	 * that the caller may not see, 409 if it has no report yet
	 */
	SignedCrmReport report(UUID id) {
		CrmStore.StoredRun stored = stored(id);
		String report = stored.report();
		if (report == null) {
			throw illegal("The run has no report yet.");
		}
		this.jobs.completed(id, CrmRunJob.NAME);
		MoveKeys.MovePair pair = this.keys.get(stored.pair());
		return new SignedCrmReport(this.json.readValue(report, CrmReport.class), MoveKeys.sign(pair, report),
				MoveKeys.pem(pair));
	}

	/** Returns the name of the set of rejections of a run. */
	String rejections(UUID id) {
		return CrmRunJob.rejections(this.jobs.completed(id, CrmRunJob.NAME).id());
	}

	CrmTask task(UUID id) {
		return this.json.treeToValue(this.jobs.get(id).task(), CrmTask.class);
	}

	/** The access to a run is that to its job. */
	CrmStore.StoredRun stored(UUID id) {
		CrmStore.StoredRun stored = this.sources.store()
			.find(id)
			.orElseThrow(() -> ProblemException.notFound("run", id));
		this.jobs.get(id);
		return stored;
	}

	static ProblemException illegal(String detail) {
		return ProblemException.of(HttpStatus.CONFLICT, "illegal-transition", detail);
	}

	/**
	 * The partitions of all entities.
	 *
	 * @param conditions the conditions of the partitions of each entity
	 * @param rows the amount of work
	 */
	private record Divided(Map<String, List<@Nullable String>> conditions, long rows) {
	}

}
