package io.kehu.migration.run;

import java.util.List;
import java.util.UUID;

import io.kehu.migration.clean.chain.Rule;
import io.kehu.migration.dataset.DataSetOrigin;
import io.kehu.migration.dataset.DataSetView;
import io.kehu.migration.dataset.DataSets;
import io.kehu.migration.definition.DefinitionView;
import io.kehu.migration.definition.DefinedRules;
import io.kehu.migration.definition.RuleReading;
import io.kehu.migration.job.JobView;
import io.kehu.migration.job.Jobs;
import io.kehu.platform.problem.ProblemException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins cleaning jobs, and approves their results.
 */
@Service
class Runs {

	private static final int LONGEST_NAME = 255;

	private final Jobs jobs;

	private final CleaningJob kind;

	private final DataSets sets;

	private final DefinedRules definitions;

	Runs(Jobs jobs, CleaningJob kind, DataSets sets, DefinedRules definitions) {
		this.jobs = jobs;
		this.kind = kind;
		this.sets = sets;
		this.definitions = definitions;
	}

	@Transactional
	public JobView begin(NewRun wanted) {
		DataSetView set = this.sets.require(wanted.dataSetId(), "/dataSetId");
		DefinitionView definition = this.definitions.require(wanted.definitionId(), wanted.revision());
		List<Rule> rules = this.definitions.of(definition.id(), definition.revision());
		RuleReading.fit(rules, set.columns(), wanted.referencesOrNone().keySet(), "/definitionId");
		wanted.referencesOrNone().forEach(this::check);
		String usual = set.name() + " · " + definition.name();
		String name = (wanted.name() != null) ? wanted.name()
				: usual.substring(0, Math.min(LONGEST_NAME, usual.length()));
		UUID output = this.sets.begin(name, DataSetOrigin.CLEANING, set.id());
		CleaningTask task = new CleaningTask(set.id(), output, definition.id(), definition.revision(),
				wanted.seedOrUsual(), wanted.referencesOrNone());
		JobView job = this.jobs.begin(this.kind, set.id(), task, this.kind.work(rules, set.id()));
		this.sets.attach(output, job.id());
		return job;
	}

	private void check(String name, NewRun.KeyReference reference) {
		String pointer = "/references/" + name.replace("~", "~0").replace("/", "~1");
		DataSetView keys = this.sets.require(reference.dataSetId(), pointer + "/dataSetId");
		if (!keys.columns().contains(reference.column())) {
			throw ProblemException.invalid(pointer + "/column", "not_found",
					"the data set has no column " + reference.column());
		}
	}

	/** Returns the name of the set of changes of a completed run. */
	String changes(UUID job) {
		return CleaningJob.changes(this.jobs.completed(job, CleaningJob.NAME).id());
	}

	@Transactional
	public DataSetView accept(UUID job) {
		JobView completed = this.jobs.completed(job, CleaningJob.NAME);
		return this.sets.approve(UUID.fromString(completed.task().get("outputId").asString()));
	}

}
