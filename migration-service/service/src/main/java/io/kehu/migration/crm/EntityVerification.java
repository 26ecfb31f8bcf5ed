package io.kehu.migration.crm;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.kehu.migration.crm.CrmRecords.StoredRecord;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.mapping.EntityMapping;
import io.kehu.migration.mapping.EntityPlan;
import io.kehu.migration.mapping.RowProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Verifies an entity: reads its rows again, compares them with the records, and accounts
 * for each row.
 */
@Component
class EntityVerification {

	private static final int PAGE = 200;

	private static final int LISTED = 1000;

	private static final List<Outcome> LOADED = List.of(Outcome.CREATED, Outcome.MERGED);

	private final CrmStore store;

	private final CrmRecords records;

	private final LiveRecords live;

	private final ChunkLoader loader;

	EntityVerification(CrmStore store, CrmRecords records, LiveRecords live, ChunkLoader loader) {
		this.store = store;
		this.records = records;
		this.live = live;
		this.loader = loader;
	}

	EntityReport verify(CrmRun run, EntityPlan plan, PartRun part) throws SQLException {
		FieldComparison comparison = new FieldComparison();
		try (Connection source = run.source().openSnapshot()) {
			if (!run.task().dryRun()) {
				compare(run, plan, source, comparison, part);
			}
			return report(run, plan, source, comparison);
		}
	}

	private void compare(CrmRun run, EntityPlan plan, Connection source, FieldComparison comparison, PartRun part)
			throws SQLException {
		String entity = plan.entity().name();
		List<StoredRecord> page = this.records.page(run.id(), entity, LOADED, "", PAGE);
		while (!page.isEmpty()) {
			Map<String, Draft> drafts = drafts(run, plan, source, page);
			Map<UUID, JsonNode> found = this.live.findAll(plan.entity().resource(),
					page.stream().map(StoredRecord::id).filter(Objects::nonNull).toList());
			for (StoredRecord row : page) {
				Draft draft = drafts.get(row.key());
				if (draft != null) {
					comparison.add(row.key(), draft.document(), found.get(row.id()));
				}
			}
			part.progress(page.size());
			page = this.records.page(run.id(), entity, LOADED, page.get(page.size() - 1).key(), PAGE);
		}
	}

	private Map<String, Draft> drafts(CrmRun run, EntityPlan plan, Connection source, List<StoredRecord> page)
			throws SQLException {
		List<Draft> drafts = new Drafts(plan, source)
			.of(plan.query().of(source, page.stream().map(StoredRecord::sourceKey).toList()));
		this.loader.prepare(run, plan.entity(), drafts);
		Map<String, Draft> byKey = new HashMap<>();
		drafts.forEach((draft) -> byKey.put(draft.key(), draft));
		return byKey;
	}

	private EntityReport report(CrmRun run, EntityPlan plan, Connection source, FieldComparison comparison)
			throws SQLException {
		EntityMapping entity = plan.entity();
		Map<Outcome, Long> counts = this.records.counts(run.id(), entity.name());
		CrmStore.Sums sums = this.store.sums(run.id(), entity.name());
		boolean all = run.task().retryOf() == null;
		long rows = all ? plan.query().count(source, plan.condition()) : sums.rows();
		EntityReport.LineCounts lines = lines(run, plan, source, sums, all);
		EntityReport report = new EntityReport(entity.name(), entity.resource().toString(), entity.table(), rows,
				counts.getOrDefault(Outcome.CREATED, 0L), counts.getOrDefault(Outcome.MERGED, 0L),
				counts.getOrDefault(Outcome.REJECTED, 0L), this.records.omitted(run.id(), entity.name()), lines,
				comparison.records(), comparison.digestExpected(), comparison.digestFound(), comparison.fields(),
				comparison.differences(), comparison.samples(), false);
		boolean compared = run.task().dryRun() || (comparison.records() == report.created() + report.merged()
				&& comparison.digestExpected().equals(comparison.digestFound()));
		return verified(report, report.balanced() && compared);
	}

	private EntityReport.LineCounts lines(CrmRun run, EntityPlan plan, Connection source, CrmStore.Sums sums,
			boolean all) throws SQLException {
		EntityPlan.@Nullable LinePlan lines = plan.lines();
		long rejected = sums.lines() - sums.loadedLines();
		if (lines == null || !all) {
			return new EntityReport.LineCounts(sums.lines(), sums.loadedLines(), rejected, 0);
		}
		List<String> orphans = lines.query().withoutParent(source, plan.query(), plan.condition(), LISTED);
		for (String orphan : orphans) {
			this.records.reject(run.id(), plan.entity().name(), "line " + orphan, 0, false,
					new RowProblem(lines.query().key().get(0), orphan, "orphan", "the line belongs to no order"));
		}
		long total = lines.query().count(source, null);
		boolean counted = orphans.size() < LISTED;
		return new EntityReport.LineCounts(total, sums.loadedLines(), rejected,
				counted ? orphans.size() : total - sums.lines());
	}

	private static EntityReport verified(EntityReport report, boolean verified) {
		return new EntityReport(report.entity(), report.resource(), report.table(), report.sourceRows(),
				report.created(), report.merged(), report.rejected(), report.omitted(), report.lines(),
				report.recordsFound(), report.digestExpected(), report.digestFound(), report.fields(),
				report.differences(), report.samples(), verified);
	}

}
