package io.kehu.migration.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.job.JobKind;
import io.kehu.migration.job.JobTask;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.job.Stage;
import io.kehu.migration.move.load.PartitionMove;
import io.kehu.migration.move.load.Rehearsal;
import io.kehu.migration.move.load.RunContext;
import io.kehu.migration.move.load.Sequences;
import io.kehu.migration.move.load.TargetTables;
import io.kehu.migration.move.plan.MovePlan;
import io.kehu.migration.move.plan.TablePlan;
import io.kehu.migration.move.verify.References;
import io.kehu.migration.move.verify.Verification;
import io.kehu.platform.problem.ProblemException;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Moves tables: prepares the target, moves the partitions of one table after another,
 * carries over the foreign keys, and verifies everything. A dry run only reads and casts.
 */
@Component
class MoveJob implements JobKind {

	static final String NAME = "table-move";

	private static final int LISTED = 1000;

	private final MoveRuns runs;

	private final MoveFindings findings;

	MoveJob(MoveRuns runs, MoveFindings findings) {
		this.runs = runs;
		this.findings = findings;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Stage> stages(JobTask job) {
		boolean dryRun = job.as(MoveTask.class).dryRun();
		List<Stage> stages = new ArrayList<>();
		if (!dryRun) {
			stages.add(Stage.whole("prepare", this::prepare));
		}
		MovePlan plan = this.runs.store().get(job.jobId()).plan();
		for (TablePlan table : plan.tables()) {
			stages.add(new Stage(stage(table), (task) -> table.partitions().size(),
					(part) -> (dryRun ? rehearsal(table) : move(table)).on(part)));
		}
		stages.add(Stage.whole("verify", dryRun ? this::summarize : this::verify));
		return stages;
	}

	@Override
	public void restarting(JobTask job) {
		this.runs.store().lock(job.jobId());
		if (this.runs.store().get(job.jobId()).undoJob() != null) {
			throw ProblemException.of(HttpStatus.CONFLICT, "illegal-transition",
					"The move has been undone; begin another one.");
		}
	}

	private static String stage(TablePlan table) {
		return "table-" + table.number();
	}

	private void prepare(PartRun part) throws Exception {
		RunContext run = run(part);
		Failures.explain(() -> TargetTables.prepare(run.plan(), run.target()));
	}

	private Stage.Work move(TablePlan table) {
		return (part) -> {
			RunContext run = run(part);
			Failures.explain(() -> new PartitionMove(run, table, part.number()).run(part::progress));
		};
	}

	private Stage.Work rehearsal(TablePlan table) {
		return (part) -> {
			RunContext run = run(part);
			Failures.explain(() -> part.result(new Rehearsal(run, table, LISTED).run(part.number(), part::progress)));
		};
	}

	private void verify(PartRun part) throws Exception {
		UUID id = part.task().jobId();
		RunContext run = run(part);
		Failures.explain(() -> {
			new References(run).add();
			Sequences.advance(run.plan(), run.target());
			this.findings.listRejections(id, run);
			part.result(this.findings.report(id, run, new Verification(run).run()));
		});
	}

	private void summarize(PartRun part) throws Exception {
		MovePlan plan = run(part).plan();
		List<List<Rehearsal.Rehearsed>> rehearsed = plan.tables()
			.stream()
			.map((table) -> part.results(stage(table), Rehearsal.Rehearsed.class))
			.toList();
		part.result(this.findings.summarize(part.task().jobId(), plan, rehearsed));
	}

	private RunContext run(PartRun part) throws Exception {
		return this.runs.of(part.task().jobId(), part.task().as(MoveTask.class));
	}

}
