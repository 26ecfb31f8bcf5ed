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

	private static final long UNKNOWN = -1;

	/** From so many lines inside fields on, they are suspicious when rows are few. */
	private static final int MANY_INSIDE = 100;

	private final Consumer<LineProblem> listener;

	private final Map<LineProblemKind, Long> counts = new EnumMap<>(LineProblemKind.class);

	private final List<LineProblem> first = new ArrayList<>();

	private long rows;

	private long rejected;

	private long blankLines;

	private long inside;

	private long above;

	private long lines = UNKNOWN;

	private long before;

	private String place = "";

	LineProblems(Consumer<LineProblem> listener) {
		this.listener = listener;
	}

	void row() {
		this.rows++;
	}

	void blankLine() {
		this.blankLines++;
	}

	/** Counts further lines of a record. */
	void inside(long count) {
		this.inside += count;
	}

	/** Counts the header, or lines above it. */
	void above(long count) {
		this.above += count;
	}

	/**
	 * Ends the account.
	 * @param counted how many lines there are, counted apart from the parsing
	 */
	void end(long counted) {
		long accounted = report().accounted();
		this.lines = counted;
		if (accounted != counted) {
			add(counted, LineProblemKind.UNACCOUNTED,
					"%,d lines were read, %,d are accounted for".formatted(counted, accounted), "");
		}
		long records = this.rows + this.rejected;
		if (this.inside >= MANY_INSIDE && this.inside > 2 * records) {
			add(counted, LineProblemKind.FEW_ROWS,
					"%,d of %,d lines stand inside fields of %,d records: are the quotes right?".formatted(this.inside,
							counted, records),
					"");
		}
	}

	/**
	 * Begins a sheet of several.
	 * @param name its name
	 * @param linesBefore the lines of the sheets before, from which its own are counted
	 * on
	 */
	void sheet(String name, long linesBefore) {
		this.before = linesBefore;
		this.place = "sheet \"%s\", row ".formatted(name);
	}

	/** Ends the last sheet of several. */
	void noSheet() {
		this.before = 0;
		this.place = "";
	}

	void add(long line, LineProblemKind kind, String reason, String excerpt) {
		String placed = this.place.isEmpty() ? reason : "%s%d: %s".formatted(this.place, line, reason);
		LineProblem problem = new LineProblem(line + this.before, kind, placed, excerpt);
		this.counts.merge(kind, 1L, Long::sum);
		if (kind.rejecting()) {
			this.rejected++;
		}
		if (this.first.size() < KEPT) {
			this.first.add(problem);
		}
		this.listener.accept(problem);
	}

	/** The account so far. */
	ReadingReport report() {
		long accounted = this.rows + this.rejected + this.blankLines + this.inside + this.above;
		return new ReadingReport((this.lines == UNKNOWN) ? accounted : this.lines, this.rows, this.rejected,
				this.blankLines, this.inside, this.above, this.counts, this.first);
	}

}
