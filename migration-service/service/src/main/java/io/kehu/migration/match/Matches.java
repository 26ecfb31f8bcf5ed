package io.kehu.migration.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.kehu.migration.dataset.DataSetOrigin;
import io.kehu.migration.dataset.DataSetView;
import io.kehu.migration.dataset.DataSets;
import io.kehu.migration.dataset.RowPage;
import io.kehu.migration.dataset.RowPages;
import io.kehu.migration.job.JobView;
import io.kehu.migration.job.Jobs;
import io.kehu.migration.matching.report.LinkageReport;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins de-duplication and linkage jobs, and finds their results.
 */
@Service
class Matches {

	private final Jobs jobs;

	private final MatchKinds kinds;

	private final DataSets sets;

	private final RowPages pages;

	private final JsonMapper json;

	Matches(Jobs jobs, MatchKinds kinds, DataSets sets, RowPages pages, JsonMapper json) {
		this.jobs = jobs;
		this.kinds = kinds;
		this.sets = sets;
		this.pages = pages;
		this.json = json;
	}

	@Transactional
	public JobView begin(NewDeduplication wanted) {
		Found found = find(wanted.sources());
		Set<String> columns = found.columns();
		for (int i = 0; i < wanted.columnsOrAll().size(); i++) {
			if (!columns.contains(wanted.columnsOrAll().get(i))) {
				throw ProblemException.invalid("/columns/" + i, "not_found",
						"none of the data sets has a column " + wanted.columnsOrAll().get(i));
			}
		}
		check(wanted, columns);
		UUID output = begin(wanted.name(), found, " without repeated rows");
		DeduplicationTask task = DeduplicationTask.of(found.sources(), output, wanted, found.rows());
		JobView job = this.jobs.begin(this.kinds.deduplication(), found.first(), task, task.work(found.rows()));
		this.sets.attach(output, job.id());
		return job;
	}

	private static void check(NewDeduplication wanted, Set<String> columns) {
		List<List<String>> passes = wanted.passes();
		boolean neighbours = wanted.methodOrUsual() == NewDeduplication.Method.NEIGHBOURHOOD;
		if (neighbours != (passes != null)) {
			throw ProblemException.invalid("/passes", neighbours ? "required" : "unsuitable",
					"passes are required for the method neighbourhood and allowed for no other");
		}
		for (int i = 0; passes != null && i < passes.size(); i++) {
			for (int j = 0; j < passes.get(i).size(); j++) {
				if (!columns.contains(passes.get(i).get(j))) {
					throw ProblemException.invalid("/passes/%d/%d".formatted(i, j), "not_found",
							"none of the data sets has a column " + passes.get(i).get(j));
				}
			}
		}
	}

	@Transactional
	public JobView begin(NewLinkage wanted) {
		Found found = find(wanted.sources());
		if (wanted.changedColumn() != null && !found.columns().contains(wanted.changedColumn())) {
			throw ProblemException.invalid("/changedColumn", "not_found",
					"none of the data sets has a column " + wanted.changedColumn());
		}
		checkRoles(wanted, found.columns());
		try {
			LinkageTask.settings(wanted);
		}
		catch (IllegalArgumentException ex) {
			throw ProblemException.invalid("/reviewProbability", "out_of_range", String.valueOf(ex.getMessage()));
		}
		NewLinkage named = new NewLinkage(found.sources(), wanted.acrossSources(), wanted.matchProbability(),
				wanted.reviewProbability(), wanted.roles(), wanted.seed(), wanted.survivorship(), wanted.otherwise(),
				wanted.changedColumn(), wanted.name());
		SurvivorshipCheck.check(named, found.columns());
		UUID output = begin(wanted.name(), found, " merged");
		LinkageTask task = new LinkageTask(named, output,
				this.kinds.linkage().shares(found.rows(), this.jobs.instances()));
		JobView job = this.jobs.begin(this.kinds.linkage(), found.first(), task, task.work(found.rows()));
		this.sets.attach(output, job.id());
		return job;
	}

	private static void checkRoles(NewLinkage wanted, Set<String> columns) {
		wanted.rolesOrDetected().keySet().stream().filter((column) -> !columns.contains(column)).forEach((column) -> {
			throw ProblemException.invalid("/roles/" + column.replace("~", "~0").replace("/", "~1"), "not_found",
					"none of the data sets has a column " + column);
		});
	}

	/**
	 * Returns the roles that the columns of a linkage get.
	 * @throws ProblemException if the request is invalid
	 */
	ProposedRoles roles(NewLinkage wanted) throws Exception {
		Found found = find(wanted.sources());
		checkRoles(wanted, found.columns());
		return this.kinds.roles().of(found.sources(), wanted.rolesOrDetected());
	}

	private UUID begin(@Nullable String wanted, Found found, String ending) {
		String usual = found.sources().get(0).knownAs();
		String name = (wanted != null) ? wanted
				: usual.substring(0, Math.min(usual.length(), 255 - ending.length())) + ending;
		return this.sets.begin(name, DataSetOrigin.MERGE, found.first());
	}

	private Found find(List<MatchSource> wanted) {
		List<MatchSource> sources = new ArrayList<>();
		Set<String> columns = new java.util.LinkedHashSet<>();
		Set<String> names = new HashSet<>();
		long rows = 0;
		List<DataSetView> found = new ArrayList<>();
		for (int i = 0; i < wanted.size(); i++) {
			found.add(this.sets.require(wanted.get(i).dataSetId(), "/sources/%d/dataSetId".formatted(i)));
		}
		boolean mixed = found.stream().anyMatch((set) -> set.origin() != DataSetOrigin.LIVE);
		for (int i = 0; i < wanted.size(); i++) {
			String pointer = "/sources/" + i;
			DataSetView set = found.get(i);
			MatchSource source = wanted.get(i).named(set.name());
			source = (set.origin() == DataSetOrigin.LIVE) ? source.live(mixed) : source;
			if (!names.add(source.knownAs())) {
				throw ProblemException.invalid(pointer + "/name", "not_unique",
						"two sources are named " + source.knownAs());
			}
			if (source.keyColumn() != null && !set.columns().contains(source.keyColumn())) {
				throw ProblemException.invalid(pointer + "/keyColumn", "not_found",
						"the data set has no column " + source.keyColumn());
			}
			if (source.keyColumn() == null && Boolean.TRUE.equals(source.known())) {
				throw ProblemException.invalid(pointer + "/keyColumn", "required", "required for known records");
			}
			sources.add(source);
			columns.addAll(set.columns());
			rows += set.rows();
		}
		return new Found(sources, columns, rows);
	}

	/** Returns the name of the set of duplicates of a completed job. */
	String duplicates(UUID job) {
		return DeduplicationJob.duplicates(this.jobs.completed(job, DeduplicationJob.NAME).id());
	}

	RowPage duplicates(UUID job, int limit, @Nullable String cursor) throws IOException {
		return this.pages.page(duplicates(job), limit, cursor);
	}

	RowPage made(UUID job, String what, int limit, @Nullable String cursor) throws IOException {
		return this.pages.page(set(job, what), limit, cursor);
	}

	/** Returns the name of a set of a completed linkage. */
	String set(UUID job, String what) {
		return LinkageJob.made(this.jobs.completed(job, LinkageJob.NAME).id(), what);
	}

	/** Returns the report of a completed linkage. */
	LinkageReport report(UUID job) throws IOException {
		return this.json.readValue(String.valueOf(this.pages.at(set(job, "report"), 0).items().get(0).values().get(0)),
				LinkageReport.class);
	}

	/**
	 * The sources of a job.
	 *
	 * @param sources the sources with their names
	 * @param columns the columns of all sources
	 * @param rows the number of all rows
	 */
	private record Found(List<MatchSource> sources, Set<String> columns, long rows) {

		UUID first() {
			return this.sources.get(0).dataSetId();
		}

	}

}
