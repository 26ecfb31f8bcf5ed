package io.kehu.migration.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.job.JobKind;
import io.kehu.migration.job.JobTask;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.job.Stage;
import io.kehu.migration.staging.SetWriter;

import org.springframework.stereotype.Component;

/**
 * Applies an approved linkage to the live customers: matching rows change a customer,
 * other rows create one, and live customers that denote the same one are merged. All of
 * it is idempotent, and recorded so that it can be undone. A dry run only lists what it
 * would do.
 */
@Component
class ApplicationJob implements JobKind {

	static final String NAME = "application";

	private static final int BATCH = 200;

	private final StagedData data;

	private final ApplicationTools tools;

	ApplicationJob(StagedData data, ApplicationTools tools) {
		this.data = data;
		this.tools = tools;
	}

	@Override
	public boolean live() {
		return true;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Stage> stages(JobTask job) {
		return List.of(job.as(ApplicationTask.class).dryRun() ? Stage.whole("plan", this::plan)
				: Stage.whole("apply", this::apply));
	}

	@Override
	public void restarting(JobTask job) {
		this.tools.undos().lock(job.jobId());
		if (this.tools.undos().latest(job.jobId()).isPresent()) {
			throw ApplicationUndos.illegal("The application has been undone; apply the linkage again.");
		}
	}

	/** Returns the name of the set of outcomes of a job. */
	static String outcomes(UUID job) {
		return job + "-outcomes";
	}

	/** Returns the name of the set of changes that a dry run found. */
	static String plan(UUID job) {
		return job + "-plan";
	}

	private void plan(PartRun part) throws Exception {
		ApplicationTask task = part.task().as(ApplicationTask.class);
		try (MergedClusters clusters = new MergedClusters(this.data, task);
				SetWriter writer = this.data.write(plan(part.task().jobId()))) {
			DryRun run = new DryRun(task, this.tools, writer);
			long read = walk(part, clusters, run::fresh, run::join);
			part.result(run.complete(read, clusters.unmapped()));
		}
	}

	private void apply(PartRun part) throws Exception {
		UUID job = part.task().jobId();
		this.tools.creations().settle(job);
		ApplicationTask task = part.task().as(ApplicationTask.class);
		try (MergedClusters clusters = new MergedClusters(this.data, task);
				SetWriter writer = this.data.write(outcomes(job))) {
			Outcomes outcomes = new Outcomes(writer);
			ClusterApplication run = new ClusterApplication(this.tools, part.task(), outcomes);
			long read = walk(part, clusters, run::fresh, run::join);
			part.result(outcomes.complete(read, clusters.unmapped(), task.warnings()));
		}
	}

	/**
	 * Reads all clusters; those without live customers are passed on in batches.
	 * @return the number of records that need an outcome
	 */
	private long walk(PartRun part, MergedClusters clusters, Batch fresh, One join) throws IOException {
		List<MergedCluster> waiting = new ArrayList<>();
		long read = 0;
		for (MergedCluster cluster = clusters.next(); cluster != null; cluster = clusters.next()) {
			read += cluster.read();
			if (cluster.live().isEmpty()) {
				waiting.add(cluster);
			}
			else if (cluster.read() > 0) {
				join.take(cluster);
			}
			if (waiting.size() == BATCH) {
				fresh.take(this.tools.planner().fresh(waiting));
				waiting.clear();
			}
			part.progress(1);
		}
		fresh.take(this.tools.planner().fresh(waiting));
		return read;
	}

	/**
	 * Takes clusters without live customers.
	 */
	@FunctionalInterface
	private interface Batch {

		void take(List<ClusterPlanner.Fresh> clusters) throws IOException;

	}

	/**
	 * Takes a cluster with live customers.
	 */
	@FunctionalInterface
	private interface One {

		void take(MergedCluster cluster) throws IOException;

	}

}
