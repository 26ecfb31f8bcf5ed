package io.kehu.migration.crm;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.intake.Row;
import io.kehu.migration.job.JobFailure;
import io.kehu.migration.job.JobKind;
import io.kehu.migration.job.JobTask;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.job.Stage;
import io.kehu.migration.mapping.EntityMapping;
import io.kehu.migration.mapping.EntityPlan;
import io.kehu.migration.mapping.NewCustomField;
import io.kehu.migration.staging.SetWriter;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Moves a legacy CRM: defines custom fields, loads one entity after the other, verifies
 * them, and writes the report.
 */
@Component
class CrmRunJob implements JobKind {

	static final String NAME = "crm-run";

	/** The columns of the set of rejections; the line of a row is its number. */
	static final List<String> COLUMNS = List.of("entity", "key", "field", "value", "code", "reason", "omitted");

	private final CrmSources sources;

	private final EntityLoad load;

	private final EntityVerification verification;

	private final StagedData data;

	private final JsonMapper json;

	private final Clock clock;

	CrmRunJob(CrmSources sources, EntityLoad load, EntityVerification verification, StagedData data, JsonMapper json,
			Clock clock) {
		this.sources = sources;
		this.load = load;
		this.verification = verification;
		this.data = data;
		this.json = json;
		this.clock = clock;
	}

	@Override
	public String name() {
		return NAME;
	}

	/** Rejected rows and samples contain what is live afterwards. */
	@Override
	public boolean live() {
		return true;
	}

	@Override
	public List<Stage> stages(JobTask job) {
		Map<String, Integer> parts = this.sources.store().parts(job.jobId());
		List<EntityMapping> entities = this.sources.store().get(job.jobId()).mapping().inOrder();
		List<Stage> stages = new ArrayList<>();
		stages.add(Stage.whole("prepare", this::prepare));
		for (EntityMapping entity : entities) {
			stages.add(new Stage("load-" + entity.name(), (task) -> parts.getOrDefault(entity.name(), 0),
					(part) -> on(part, (run) -> this.load.run(run, run.entity(entity.name()), part))));
		}
		for (EntityMapping entity : entities) {
			stages.add(Stage.whole(verifying(entity), (part) -> on(part,
					(run) -> part.result(this.verification.verify(run, run.entity(entity.name()), part)))));
		}
		stages.add(Stage.whole("report", (part) -> on(part, (run) -> report(run, entities, part))));
		return stages;
	}

	private static String verifying(EntityMapping entity) {
		return "verify-" + entity.name();
	}

	@Override
	public void restarting(JobTask job) {
		this.sources.store().lock(job.jobId());
		if (this.sources.store().get(job.jobId()).undoJob() != null) {
			throw ProblemException.of(HttpStatus.CONFLICT, "illegal-transition",
					"The run has been undone; begin another one.");
		}
	}

	private void on(PartRun part, Work work) throws Exception {
		CrmRun run = this.sources.run(part.task().jobId(), part.task().as(CrmTask.class));
		try {
			work.on(run);
		}
		catch (SQLException ex) {
			JobFailure failure = new JobFailure("The source failed; restart the job to continue. "
					+ String.valueOf(ex.getMessage()).lines().findFirst().orElse(""));
			failure.initCause(ex);
			throw failure;
		}
	}

	private void prepare(PartRun part) throws Exception {
		on(part, (run) -> {
			if (run.task().dryRun()) {
				return;
			}
			List<String> known = null;
			for (EntityPlan plan : run.plan().entities()) {
				for (Map.Entry<String, NewCustomField> field : plan.customFields().entrySet()) {
					known = (known != null) ? known : this.sources.live().customFields();
					if (!known.contains(field.getKey())) {
						this.sources.live().define(definition(field.getKey(), field.getValue()));
					}
				}
			}
		});
	}

	private ObjectNode definition(String key, NewCustomField field) {
		return this.json.createObjectNode().put("key", key).put("label", field.label()).put("type", field.type());
	}

	/** Returns the name of the set of rejections of a run. */
	static String rejections(UUID run) {
		return run + "-crm-rejections";
	}

	private void report(CrmRun run, List<EntityMapping> entities, PartRun part) throws Exception {
		List<EntityReport> reports = new ArrayList<>();
		for (EntityMapping entity : entities) {
			reports.addAll(part.results(verifying(entity), EntityReport.class));
		}
		listRejections(run.id());
		CrmReport report = new CrmReport(run.id(), run.source().toString(), run.mapping().system(), run.task().dryRun(),
				this.clock.instant(), reports.stream().allMatch(EntityReport::verified), run.plan().unmapped(),
				reports);
		this.sources.store().report(run.id(), this.json.writeValueAsString(report));
		part.result(new CrmResult(report.sourceRows(), report.created(), report.merged(), report.rejected(),
				report.verified()));
	}

	private void listRejections(UUID run) throws Exception {
		try (SetWriter writer = this.data.write(rejections(run))) {
			long[] line = { 0 };
			this.sources.records().eachRejection(run, (row) -> {
				@Nullable String[] values = new String[COLUMNS.size()];
				for (int column = 0; column < values.length; column++) {
					values[column] = row.getString(column + 1);
				}
				values[values.length - 1] = row.getBoolean(values.length) ? "true" : "false";
				write(writer, new Row(++line[0], values));
			});
			writer.complete(COLUMNS);
		}
	}

	static void write(SetWriter writer, Row row) {
		try {
			writer.write(row);
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	/**
	 * Work on a run.
	 */
	@FunctionalInterface
	private interface Work {

		void on(CrmRun run) throws Exception;

	}

}
