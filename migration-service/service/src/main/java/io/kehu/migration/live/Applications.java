package io.kehu.migration.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import io.kehu.migration.dataset.DataSetView;
import io.kehu.migration.dataset.DataSets;
import io.kehu.migration.dataset.SetRows;
import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.job.JobView;
import io.kehu.migration.job.Jobs;
import io.kehu.migration.match.FinishedLinkage;
import io.kehu.migration.match.FinishedLinkages;
import io.kehu.platform.idempotency.OutsideWork;
import io.kehu.platform.problem.ProblemException;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins jobs that apply a linkage to the live customers, or undo that. They act on all
 * customers with the permissions of the service, so callers need the same permissions.
 */
@Service
class Applications {

	private final Jobs jobs;

	private final LiveKinds kinds;

	private final DataSets sets;

	private final StagedData data;

	private final FinishedLinkages linkages;

	private final ApplicationTasks tasks;

	Applications(Jobs jobs, LiveKinds kinds, DataSets sets, StagedData data, FinishedLinkages linkages,
			ApplicationTasks tasks) {
		this.jobs = jobs;
		this.kinds = kinds;
		this.sets = sets;
		this.data = data;
		this.linkages = linkages;
		this.tasks = tasks;
	}

	/**
	 * Begins to apply a linkage, or to list what that would do.
	 * @throws ProblemException if the linkage has not completed, is not approved, or its
	 * records have no keys
	 * @throws ConfirmationRequiredException if many live customers may be affected
	 */
	JobView apply(UUID linkage, NewApplication wanted) {
		LiveMigrations.requireAll("customer:read");
		LiveMigrations.requireAll("customer:write");
		FinishedLinkage found = this.linkages.find(linkage);
		DataSetView output = this.sets.get(found.outputId());
		if (output.approvedAt() == null && !wanted.isDryRun()) {
			throw ProblemException.of(HttpStatus.CONFLICT, "not-approved",
					"The data set %s must be approved first.".formatted(output.id()));
		}
		ApplicationTask task = OutsideWork.call(() -> limited(this.tasks.of(found, output, wanted), wanted));
		return this.jobs.begin(this.kinds.application(), output.id(), task, output.rows());
	}

	private ApplicationTask limited(ApplicationTask task, NewApplication wanted) {
		long live = this.kinds.customers().count(Map.of());
		LinkageScope linked = scope(task);
		LinkageScope scope = (linked.created() > 0)
				? linked.withHolders(this.kinds.customers().countWithSystems(task.systemsOfFiles()), live) : linked;
		long most = this.kinds.limits().most(live);
		Confirmation confirmed = wanted.confirmed();
		Predicate<LinkageScope> allowed = (confirmed != null) ? confirmed::covers
				: (affected) -> affected.affected() <= most;
		if (!wanted.isDryRun() && !allowed.test(scope) && !this.kinds.affected().areWithin(task, allowed)) {
			throw new ConfirmationRequiredException(scope, live, most);
		}
		return task.limited(live, new Confirmation(scope.changed(), scope.merged()),
				(confirmed != null) ? confirmed.changed() : most);
	}

	private LinkageScope scope(ApplicationTask task) {
		try (SetRows members = this.data.rows(task.members())) {
			return LinkageScope.of(members, task.live());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Begins to undo all that an application changed. Repeating it tries again what was
	 * kept.
	 * @throws ProblemException if there is no such application, if it is still running or
	 * already being undone, or if it was a dry run
	 */
	@Transactional
	JobView undo(UUID application) {
		LiveMigrations.requireAll("customer:read");
		LiveMigrations.requireAll("customer:write");
		LiveMigrations.requireAll("customer:delete");
		this.kinds.undos().lock(application);
		JobView job = application(application);
		this.jobs.checkChange(application);
		if (!job.status().ended()) {
			throw ApplicationUndos
				.illegal("The application is %s; stop it first, or wait for its end.".formatted(job.status()));
		}
		if (job.task().path("dryRun").asBoolean(false)) {
			throw ApplicationUndos.illegal("The application was a dry run and has changed nothing.");
		}
		this.kinds.undos().running(application).ifPresent((undo) -> {
			throw ApplicationUndos.illegal("The application is already being undone by job %s.".formatted(undo));
		});
		JobView undo = this.jobs.begin(this.kinds.undo(), job.dataSetId(), new UndoTask(application),
				this.kinds.journal().count(application));
		this.kinds.undos().begin(application, undo.id());
		return undo;
	}

	private JobView application(UUID id) {
		JobView job = this.jobs.get(id);
		if (!job.kind().equals(ApplicationJob.NAME)) {
			throw ProblemException.notFound("application", id);
		}
		return job;
	}

	/** Returns the name of the set of outcomes of an application. */
	String outcomes(UUID application) {
		return ApplicationJob.outcomes(this.jobs.completed(application, ApplicationJob.NAME).id());
	}

	/** Returns the name of the set of changes that a dry run found. */
	String plan(UUID application) {
		return ApplicationJob.plan(this.jobs.completed(application, ApplicationJob.NAME).id());
	}

	/** Returns the name of the set of outcomes of an undo. */
	String undone(UUID undo) {
		return UndoJob.outcomes(this.jobs.completed(undo, UndoJob.NAME).id());
	}

}
