package io.kehu.migration.clean.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

import io.kehu.migration.clean.fill.RowShare;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * The rows while a chain works on them: dropped rows stay in their place, so that before
 * and after can be laid side by side.
 */
public final class CleaningState {

	private static final int NOT_DROPPED = -1;

	private final Table before;

	private final Map<String, Set<String>> references;

	private final RowShare share;

	private final BitSet kept = new BitSet();

	private final int[] droppedFor;

	private final List<String> reasons = new ArrayList<>();

	private final Set<String> numbered = new HashSet<>();

	private final List<Mark> marks = new ArrayList<>();

	private Table table;

	CleaningState(Table table, Map<String, Set<String>> references, RowShare share) {
		this.before = table;
		this.table = table;
		this.references = references;
		this.share = share;
		this.kept.set(0, table.rows());
		this.droppedFor = new int[table.rows()];
		Arrays.fill(this.droppedFor, NOT_DROPPED);
	}

	Table table() {
		return this.table;
	}

	BitSet kept() {
		return this.kept;
	}

	Map<String, Set<String>> references() {
		return this.references;
	}

	/** Takes note that a rule has brought a column into the form of numbers. */
	void numbered(String column) {
		this.numbered.add(column);
	}

	/** The columns beside one, without those whose numbers a rule has written. */
	List<Column> beside(String column) {
		return this.table.columns()
			.stream()
			.filter((other) -> !other.name().equals(column) && !this.numbered.contains(other.name()))
			.toList();
	}

	RowShare share() {
		return this.share;
	}

	void put(Column column) {
		this.table = this.table.with(column);
	}

	void drop(Column column) {
		this.table = this.table.without(Set.of(column.name()));
	}

	void mark(Mark mark) {
		if (!mark.rows().isEmpty()) {
			this.marks.add(mark);
		}
	}

	/** Drop or flag those of the rows that are still kept. */
	void act(BitSet rows, RuleAction action, String reason) {
		act(null, rows, action, reason);
	}

	/**
	 * Drop or flag those of the rows that are still kept, for their values in a column.
	 */
	void act(@Nullable String column, BitSet rows, RuleAction action, String reason) {
		BitSet found = (BitSet) rows.clone();
		found.and(this.kept);
		if (action == RuleAction.FLAG) {
			mark(new Mark(MarkKind.FLAGGED, column, reason, found));
			return;
		}
		mark(new Mark(MarkKind.DROPPED, column, reason, found));
		this.reasons.add(reason);
		found.stream().forEach((row) -> this.droppedFor[row] = this.reasons.size() - 1);
		this.kept.andNot(found);
	}

	/** Flag the kept cells of a column that have a problem. */
	void flagEach(String column, IntFunction<@Nullable String> problem) {
		Map<String, BitSet> problems = new TreeMap<>();
		this.kept.stream().forEach((row) -> {
			String found = problem.apply(row);
			if (found != null) {
				problems.computeIfAbsent(found, (reason) -> new BitSet()).set(row);
			}
		});
		problems.forEach((reason, rows) -> mark(new Mark(MarkKind.FLAGGED, column, reason, rows)));
	}

	Cleaning finish() {
		Map<String, Long> dropped = new LinkedHashMap<>();
		for (int reason : this.droppedFor) {
			if (reason != NOT_DROPPED) {
				dropped.merge(this.reasons.get(reason), 1L, Long::sum);
			}
		}
		RowAccount account = new RowAccount(this.before.rows(), this.kept.cardinality(), dropped, 0);
		return new Cleaning(this.before, this.table, this.kept, List.copyOf(this.marks), account);
	}

}
