package io.kehu.migration.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;

/**
 * Finds columns, alone or in pairs, whose values identify rows.
 */
final class CandidateKeys {

	private static final double NEARLY = 0.005;

	private static final int WIDEST = 30;

	private static final int MOST = 20;

	private static final int LONGEST = 64;

	private final Table sample;

	private final List<ColumnProfile> columns;

	private final long rows;

	CandidateKeys(Table sample, List<ColumnProfile> columns, long rows) {
		this.sample = sample;
		this.columns = columns;
		this.rows = rows;
	}

	List<CandidateKey> find() {
		List<CandidateKey> keys = new ArrayList<>();
		List<Integer> rest = new ArrayList<>();
		for (int i = 0; i < this.columns.size() && this.rows > 1; i++) {
			ColumnProfile column = this.columns.get(i);
			long violations = this.rows - column.distinct().count();
			boolean possible = column.lengths().longest() <= LONGEST && !isMeasure(column);
			if (possible && violations <= slack(column.distinct().exact())) {
				keys.add(new CandidateKey(List.of(column.name()), Math.max(0, violations), column.distinct().exact()));
			}
			else if (possible && column.distinct().count() > 1) {
				rest.add(i);
			}
		}
		pairs(rest, keys);
		keys.sort(Comparator.<CandidateKey>comparingInt((key) -> key.columns().size())
			.thenComparingLong(CandidateKey::violations));
		return keys.subList(0, Math.min(MOST, keys.size()));
	}

	private static boolean isMeasure(ColumnProfile column) {
		return column.type() == ColumnValueType.DECIMAL;
	}

	private long slack(boolean exact) {
		return (long) ((exact ? NEARLY : 4 * NEARLY) * this.rows);
	}

	private void pairs(List<Integer> candidates, List<CandidateKey> keys) {
		boolean whole = this.sample.rows() == this.rows;
		for (int i = 0; i < Math.min(WIDEST, candidates.size()); i++) {
			for (int j = i + 1; j < Math.min(WIDEST, candidates.size()); j++) {
				Column first = this.sample.columns().get(candidates.get(i));
				Column second = this.sample.columns().get(candidates.get(j));
				long violations = violations(first, second);
				if (violations <= (whole ? NEARLY * this.rows : 0) && this.sample.rows() > 2) {
					keys.add(new CandidateKey(List.of(first.name(), second.name()), violations, whole));
				}
			}
		}
	}

	private long violations(Column first, Column second) {
		if ((long) (first.distinct() + 1) * (second.distinct() + 1) < this.sample.rows()) {
			return this.sample.rows();
		}
		Set<Long> seen = new HashSet<>();
		long most = (long) (NEARLY * this.rows);
		long violations = 0;
		for (int row = 0; row < this.sample.rows() && violations <= most; row++) {
			boolean told = first.code(row) != Column.MISSING && second.code(row) != Column.MISSING
					&& seen.add(((long) first.code(row) << 32) | second.code(row));
			violations += told ? 0 : 1;
		}
		return violations;
	}

}
