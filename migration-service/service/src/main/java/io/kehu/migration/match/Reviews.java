package io.kehu.migration.match;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.kehu.migration.dataset.RowPage;
import io.kehu.migration.dataset.RowPages;
import io.kehu.migration.intake.Row;
import io.kehu.migration.job.Jobs;
import io.kehu.migration.matching.PairExplanation;
import io.kehu.migration.matching.RecordReference;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.Page;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Lists the pairs to review of a linkage, and records decisions on them.
 */
@Service
class Reviews {

	/** The decision that both records denote the same entity. */
	static final String SAME = "same";

	private final Jobs jobs;

	private final RowPages pages;

	private final Decisions decisions;

	private final JsonMapper json;

	Reviews(Jobs jobs, RowPages pages, Decisions decisions, JsonMapper json) {
		this.jobs = jobs;
		this.pages = pages;
		this.decisions = decisions;
		this.json = json;
	}

	private String set(UUID job) {
		return LinkageJob.made(this.jobs.completed(job, LinkageJob.NAME).id(), "review");
	}

	Page<ReviewItem> review(UUID job, int limit, @Nullable String cursor) throws IOException {
		RowPage page = this.pages.page(set(job), limit, cursor);
		return new Page<>(items(job, page), page.nextCursor(), null);
	}

	private List<ReviewItem> items(UUID job, RowPage page) {
		Decisions.Known known = this.decisions.known(dataSets(job));
		return page.items().stream().map((row) -> {
			RecordReference left = reference(row.values(), 0, 9);
			RecordReference right = reference(row.values(), 2, 10);
			return new ReviewItem(row.line(), left, right, Integer.parseInt(text(row, 7)),
					Integer.parseInt(text(row, 8)), known(row.values(), 11), known(row.values(), 13),
					Double.parseDouble(text(row, 4)), word(known.same(left, right)),
					this.json.readValue(text(row, 6), PairExplanation.class));
		}).toList();
	}

	/** Returns a lookup for the decisions on the pairs to review of a linkage. */
	Function<Row, @Nullable String> decisions(UUID job) {
		Decisions.Known known = this.decisions.known(dataSets(job));
		return (pair) -> word(known.same(reference(pair.values(), 0, 9), reference(pair.values(), 2, 10)));
	}

	/** Returns the data sets of a linkage by the names of its sources. */
	private Map<String, UUID> dataSets(UUID job) {
		JsonNode task = this.jobs.completed(job, LinkageJob.NAME).task();
		return this.json.treeToValue(task, LinkageTask.class).wanted().dataSets();
	}

	private static RecordReference reference(List<@Nullable String> pair, int column, int numbered) {
		return new RecordReference(String.valueOf(pair.get(column)), String.valueOf(pair.get(column + 1)),
				pair.get(numbered) != null);
	}

	private static @Nullable RecordReference known(List<@Nullable String> pair, int column) {
		String source = pair.get(column);
		return (source != null) ? new RecordReference(source, String.valueOf(pair.get(column + 1))) : null;
	}

	private static @Nullable String word(@Nullable Boolean same) {
		return (same == null) ? null : same ? SAME : "different";
	}

	private static String text(RowPage.StagedRow row, int column) {
		return String.valueOf(row.values().get(column));
	}

	/**
	 * Returns a pair of the review queue.
	 * @throws ProblemException 404 if there is none with this number
	 */
	ReviewItem pair(UUID job, long number) throws IOException {
		if (number < 1) {
			throw ProblemException.notFound("pair", number);
		}
		return items(job, this.pages.at(set(job), number - 1)).stream()
			.findFirst()
			.orElseThrow(() -> ProblemException.notFound("pair", number));
	}

	/**
	 * Records the decision on a pair of the review queue.
	 * @throws ProblemException 409 if records would leave one known record for another,
	 * and the decision does not confirm that
	 */
	ReviewItem decide(UUID job, long number, PairDecision decision) throws IOException {
		ReviewItem pair = pair(job, number);
		this.jobs.checkChange(job);
		boolean same = Boolean.TRUE.equals(decision.same());
		if (same && pair.isBetweenKnown() && !decision.isConfirmed()) {
			throw ProblemException.of(HttpStatus.CONFLICT, "confirmation-required", pair.move());
		}
		this.decisions.decide(pair.left(), pair.right(), same, dataSets(job));
		return pair(job, number);
	}

	void forget(UUID job, long number) throws IOException {
		ReviewItem pair = pair(job, number);
		this.jobs.checkChange(job);
		this.decisions.forget(pair.left(), pair.right(), dataSets(job));
	}

}
