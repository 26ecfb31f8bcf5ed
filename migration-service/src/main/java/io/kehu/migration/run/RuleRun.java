package io.kehu.migration.run;

import java.io.IOException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.kehu.migration.clean.chain.Chain;
import io.kehu.migration.clean.chain.Cleaning;
import io.kehu.migration.clean.chain.Mark;
import io.kehu.migration.clean.chain.MarkKind;
import io.kehu.migration.clean.chain.Rule;
import io.kehu.migration.dataset.LoadedRows;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Carries out rules one after the other on rows in memory, and writes down what each one
 * does.
 */
final class RuleRun {

	private final long seed;

	private final Map<String, Set<String>> references;

	private final ChangeLog log;

	private final Map<String, Long> dropped = new LinkedHashMap<>();

	private LoadedRows rows;

	RuleRun(LoadedRows rows, long seed, Map<String, Set<String>> references, ChangeLog log) {
		this.rows = rows;
		this.seed = seed;
		this.references = references;
		this.log = log;
	}

	/**
	 * Carry out a rule.
	 * @param number its place in the definition, from 1
	 * @param rule the rule
	 * @throws IllegalArgumentException when it does not suit the rows
	 */
	void apply(int number, Rule rule) throws IOException {
		this.log.of(number, kind(rule));
		Table before = this.rows.table();
		Cleaning cleaning;
		try {
			cleaning = new Chain("run", this.seed, List.of(rule)).run(before, this.references);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("Rule %d: %s".formatted(number, ex.getMessage()), ex);
		}
		for (Column after : cleaning.after().columns()) {
			Column was = before.has(after.name()) ? before.column(after.name()) : null;
			if (was != after) {
				cells(was, after, cleaning);
			}
		}
		for (Mark mark : cleaning.marks()) {
			if (mark.kind() == MarkKind.FLAGGED) {
				flags(mark, before, cleaning.kept());
			}
		}
		drop(cleaning);
	}

	/** The rule's name in JSON. */
	static String kind(Rule rule) {
		String name = rule.getClass().getSimpleName();
		return Character.toLowerCase(name.charAt(0)) + name.substring(1);
	}

	private void cells(@Nullable Column before, Column after, Cleaning cleaning) throws IOException {
		BitSet filled = new BitSet();
		String source = null;
		for (Mark mark : cleaning.marks()) {
			if (mark.kind() == MarkKind.FILLED && after.name().equals(mark.column())) {
				filled = mark.rows();
				source = mark.reason();
			}
		}
		for (int row = cleaning.kept().nextSetBit(0); row >= 0; row = cleaning.kept().nextSetBit(row + 1)) {
			String was = (before != null) ? before.value(row) : null;
			String is = after.value(row);
			if (!Objects.equals(was, is)) {
				this.log.cell(this.rows.line(row), after.name(), kind(before, was, is), was, is,
						filled.get(row) ? source : null);
			}
		}
	}

	private static ChangeKind kind(@Nullable Column before, @Nullable String was, @Nullable String is) {
		if (before == null) {
			return ChangeKind.ADDED;
		}
		if (was == null) {
			return ChangeKind.FILLED;
		}
		return (is == null) ? ChangeKind.EMPTIED : ChangeKind.CHANGED;
	}

	private void flags(Mark mark, Table before, BitSet kept) throws IOException {
		String column = mark.column();
		for (int row = mark.rows().nextSetBit(0); row >= 0; row = mark.rows().nextSetBit(row + 1)) {
			if (!kept.get(row)) {
				continue;
			}
			if (column == null) {
				this.log.row(this.rows.line(row), ChangeKind.FLAGGED, mark.reason());
			}
			else {
				String value = before.has(column) ? before.column(column).value(row) : null;
				this.log.cell(this.rows.line(row), column, ChangeKind.FLAGGED, value, null, mark.reason());
			}
		}
	}

	private void drop(Cleaning cleaning) throws IOException {
		if (cleaning.account().dropped().isEmpty()) {
			this.rows = this.rows.with(cleaning.after());
			return;
		}
		String reason = cleaning.account().dropped().keySet().iterator().next();
		int all = this.rows.table().rows();
		for (int row = cleaning.kept().nextClearBit(0); row < all; row = cleaning.kept().nextClearBit(row + 1)) {
			this.log.row(this.rows.line(row), ChangeKind.DROPPED, reason);
		}
		this.dropped.merge(reason, (long) all - cleaning.kept().cardinality(), Long::sum);
		this.rows = this.rows.keep(cleaning.after(), cleaning.kept());
	}

	/** The rows as they are now. */
	LoadedRows rows() {
		return this.rows;
	}

	/** How many rows were dropped, by reason. */
	Map<String, Long> dropped() {
		return this.dropped;
	}

}
