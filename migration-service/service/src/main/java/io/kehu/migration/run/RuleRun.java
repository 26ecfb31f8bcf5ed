package io.kehu.migration.run;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.kehu.migration.clean.chain.Chain;
import io.kehu.migration.clean.chain.Cleaning;
import io.kehu.migration.clean.chain.Finding;
import io.kehu.migration.clean.chain.Mark;
import io.kehu.migration.clean.chain.MarkKind;
import io.kehu.migration.clean.chain.RepeatedRows;
import io.kehu.migration.clean.chain.Rule;
import io.kehu.migration.clean.standardise.Standard;
import io.kehu.migration.dataset.LoadedRows;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Applies rules to rows in memory one after the other, and records their changes.
 */
final class RuleRun {

	private final long seed;

	private final Map<String, Set<String>> references;

	private final ChangeLog log;

	private final Map<String, Long> dropped = new LinkedHashMap<>();

	/** The keys of the rows that some rows repeat, while a rule is applied. */
	private Map<Integer, String> repeated = Map.of();

	private LoadedRows rows;

	RuleRun(LoadedRows rows, long seed, Map<String, Set<String>> references, ChangeLog log) {
		this.rows = rows;
		this.seed = seed;
		this.references = references;
		this.log = log;
	}

	/**
	 * Applies a rule.
	 * @param number the position of the rule in the definition, starting from 1
	 * @param rule the rule
	 * @throws IllegalArgumentException if it does not suit the rows
	 */
	void apply(int number, Rule rule) throws IOException {
		this.log.of(number, kind(rule));
		try {
			note(new Chain("run", this.seed, List.of(rule)).run(this.rows.table(), this.references));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("Rule %d: %s".formatted(number, ex.getMessage()), ex);
		}
	}

	/**
	 * Applies a rule by the findings of its full scan.
	 * @param number the position of the rule in the definition, starting from 1
	 * @param rule the rule
	 * @param findings the findings about these rows
	 */
	void apply(int number, Rule rule, List<Finding> findings) throws IOException {
		this.log.of(number, kind(rule));
		this.repeated = repeated(findings);
		note(Finding.apply(this.rows.table(), findings), (rule instanceof RepeatedRows of) ? of.keyColumn() : null);
		this.repeated = Map.of();
	}

	private static Map<Integer, String> repeated(List<Finding> findings) {
		Map<Integer, String> keys = new HashMap<>();
		for (Finding finding : findings) {
			if (finding.column() == null && finding.value() != null) {
				keys.put(finding.row(), finding.value());
			}
		}
		return keys;
	}

	/**
	 * Standardises a column in a format that was learnt from all rows.
	 * @param number the position of the rule in the definition, starting from 1
	 * @param rule the rule
	 * @param learnt the format
	 */
	void apply(int number, Rule.Standardise rule, Standard learnt) throws IOException {
		this.log.of(number, kind(rule));
		note(new Chain("run", this.seed, List.of(new Rule.Settled(rule, learnt))).run(this.rows.table(),
				this.references));
	}

	private void note(Cleaning cleaning) throws IOException {
		note(cleaning, null);
	}

	private void note(Cleaning cleaning, @Nullable String keyColumn) throws IOException {
		Table before = this.rows.table();
		for (Column after : cleaning.after().columns()) {
			Column was = before.has(after.name()) ? before.column(after.name()) : null;
			if (was != after) {
				cells(was, after, cleaning);
			}
		}
		for (Mark mark : cleaning.marks()) {
			switch (mark.kind()) {
				case FLAGGED -> told(mark, ChangeKind.FLAGGED, before, keyColumn);
				case DROPPED -> {
					told(mark, ChangeKind.DROPPED, before, keyColumn);
					this.dropped.merge(mark.reason(), (long) mark.rows().cardinality(), Long::sum);
				}
				case FILLED, REPLACED -> {
				}
			}
		}
		this.rows = cleaning.account().dropped().isEmpty() ? this.rows.with(cleaning.after())
				: this.rows.keep(cleaning.after(), cleaning.kept());
	}

	/** Returns the name of a rule in JSON. */
	static String kind(Rule rule) {
		String name = rule.getClass().getSimpleName();
		return Character.toLowerCase(name.charAt(0)) + name.substring(1);
	}

	private void cells(@Nullable Column before, Column after, Cleaning cleaning) throws IOException {
		@Nullable String[] sources = sources(after, cleaning);
		for (int row = cleaning.kept().nextSetBit(0); row >= 0; row = cleaning.kept().nextSetBit(row + 1)) {
			String was = (before != null) ? before.value(row) : null;
			String is = after.value(row);
			if (!Objects.equals(was, is)) {
				this.log.cell(this.rows.line(row), after.name(), kind(before, was, is), was, is, sources[row]);
			}
		}
	}

	/** What filled or replaced the cells of a column, null elsewhere. */
	private static @Nullable String[] sources(Column column, Cleaning cleaning) {
		@Nullable String[] sources = new String[column.rows()];
		for (Mark mark : cleaning.marks()) {
			boolean sets = mark.kind() == MarkKind.FILLED || mark.kind() == MarkKind.REPLACED;
			if (sets && column.name().equals(mark.column())) {
				mark.rows().stream().forEach((row) -> sources[row] = mark.reason());
			}
		}
		return sources;
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

	/**
	 * Records the rows of a mark, with their keys if there is a column of these, or its
	 * cells with their values.
	 */
	private void told(Mark mark, ChangeKind kind, Table before, @Nullable String keyColumn) throws IOException {
		Column keys = (keyColumn != null) ? before.column(keyColumn) : null;
		String column = mark.column();
		Column values = (column != null && before.has(column)) ? before.column(column) : null;
		for (int row = mark.rows().nextSetBit(0); row >= 0; row = mark.rows().nextSetBit(row + 1)) {
			if (column == null) {
				this.log.row(this.rows.line(row), kind, (keys != null) ? keys.value(row) : null, this.repeated.get(row),
						mark.reason());
			}
			else {
				String value = (values != null) ? values.value(row) : null;
				this.log.cell(this.rows.line(row), column, kind, value, null, mark.reason());
			}
		}
	}

	/** Returns the current rows. */
	LoadedRows rows() {
		return this.rows;
	}

	/** Returns the number of rows dropped, by reason. */
	Map<String, Long> dropped() {
		return this.dropped;
	}

}
