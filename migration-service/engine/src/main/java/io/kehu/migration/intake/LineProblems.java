package io.kehu.migration.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Counts what a reading meets, keeps the first problems and passes all of them on.
 */
final class LineProblems {

	private static final int KEPT = 200;

	private final Consumer<LineProblem> listener;

	private final Map<LineProblemKind, Long> counts = new EnumMap<>(LineProblemKind.class);

	private final List<LineProblem> first = new ArrayList<>();

	private long rows;

	private long rejected;

	private long blankLines;

	LineProblems(Consumer<LineProblem> listener) {
		this.listener = listener;
	}

	void row() {
		this.rows++;
	}

	void blankLine() {
		this.blankLines++;
	}

	void add(long line, LineProblemKind kind, String reason, String excerpt) {
		LineProblem problem = new LineProblem(line, kind, reason, excerpt);
		this.counts.merge(kind, 1L, Long::sum);
		if (kind.rejecting()) {
			this.rejected++;
		}
		if (this.first.size() < KEPT) {
			this.first.add(problem);
		}
		this.listener.accept(problem);
	}

	ReadingReport report() {
		return new ReadingReport(this.rows, this.rejected, this.blankLines, this.counts, this.first);
	}

}
