package io.kehu.migration.run;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.kehu.migration.intake.Row;
import io.kehu.migration.staging.PartitionWriter;
import org.jspecify.annotations.Nullable;

/**
 * Records each change in a part with its rule and reason, and counts them.
 */
final class ChangeLog {

	/** The columns of a set of changes; the line of a row is that of the changed row. */
	static final List<String> COLUMNS = List.of("rule", "step", "column", "kind", "before", "after", "reason");

	private final PartitionWriter writer;

	private final Map<ChangeCount, Long> counts = new LinkedHashMap<>();

	private int rule;

	private String step = "";

	ChangeLog(PartitionWriter writer) {
		this.writer = writer;
	}

	/** Sets the rule of the changes that follow. */
	void of(int number, String kind) {
		this.rule = number;
		this.step = kind;
	}

	void cell(long line, String column, ChangeKind kind, @Nullable String before, @Nullable String after,
			@Nullable String reason) throws IOException {
		this.writer.write(
				new Row(line, Integer.toString(this.rule), this.step, column, kind.toString(), before, after, reason));
		count(column, kind, reason);
	}

	/**
	 * Records a change of a whole row.
	 * @param key the key of the row, or null
	 * @param kept the key of the row that it repeats, or null
	 */
	void row(long line, ChangeKind kind, @Nullable String key, @Nullable String kept, String reason)
			throws IOException {
		this.writer
			.write(new Row(line, Integer.toString(this.rule), this.step, null, kind.toString(), key, kept, reason));
		count(null, kind, reason);
	}

	private void count(@Nullable String column, ChangeKind kind, @Nullable String reason) {
		this.counts.merge(new ChangeCount(this.rule, this.step, column, kind, reason, 0), 1L, Long::sum);
	}

	/** Completes the log, and returns the counts. */
	List<ChangeCount> complete() throws IOException {
		this.writer.complete();
		return this.counts.entrySet().stream().map((entry) -> entry.getKey().plus(entry.getValue())).toList();
	}

	/** Returns the sums of the counts of several parts. */
	static List<ChangeCount> sum(Collection<List<ChangeCount>> parts) {
		Map<ChangeCount, Long> sums = new LinkedHashMap<>();
		parts.forEach((part) -> part.forEach((count) -> sums.merge(count.key(), count.count(), Long::sum)));
		return sums.entrySet()
			.stream()
			.map((entry) -> entry.getKey().plus(entry.getValue()))
			.sorted(java.util.Comparator.comparingInt(ChangeCount::rule))
			.toList();
	}

}
