package io.kehu.migration.tables;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.move.value.RowTally.Totals;
import io.kehu.migration.move.verify.TableReport;

/**
 * The verification report of a move.
 *
 * @param move the id of the move
 * @param source the source
 * @param target the target
 * @param verifiedAt the time of the verification
 * @param verified whether everything is as it should be
 * @param notes what was known beforehand: what stays behind, which types change
 * @param tables the tables
 */
public record MoveReport(UUID move, String source, String target, Instant verifiedAt, boolean verified,
		List<String> notes, List<VerifiedTable> tables) {

	/** Returns the number of loaded rows. */
	public long loaded() {
		return this.tables.stream().mapToLong(VerifiedTable::loaded).sum();
	}

	/** Returns the number of rejected rows. */
	public long rejected() {
		return this.tables.stream().mapToLong(VerifiedTable::rejected).sum();
	}

	/** Returns the number of rows in the source. */
	public long sourceRows() {
		return this.tables.stream().mapToLong(VerifiedTable::sourceRows).sum();
	}

	/**
	 * A table.
	 *
	 * @param source the source table
	 * @param target the target table
	 * @param sourceRows the number of rows that the source held at the verification
	 * @param loaded the number of loaded rows
	 * @param rejected the number of rejected rows
	 * @param rowsBefore the number of rows that the target held before the move
	 * @param rowsExpected the number of rows that the target should hold
	 * @param rowsFound the number of rows that it holds
	 * @param digestExpected the digest that its rows should have
	 * @param digestFound the digest that they have
	 * @param verified whether everything is as it should be
	 * @param columns the columns with their totals
	 * @param differences rows that differ, at most 100
	 * @param samples rows side by side
	 */
	public record VerifiedTable(String source, String target, long sourceRows, long loaded, long rejected,
			long rowsBefore, long rowsExpected, long rowsFound, String digestExpected, String digestFound,
			boolean verified, List<VerifiedColumn> columns, List<TableReport.Difference> differences,
			List<TableReport.Sample> samples) {

		static VerifiedTable of(TableReport report) {
			Totals expected = report.expected();
			Totals found = report.found();
			List<VerifiedColumn> columns = new ArrayList<>();
			for (int column = 0; column < report.columns().size(); column++) {
				columns.add(new VerifiedColumn(report.columns().get(column), expected.values().get(column),
						found.values().get(column), text(expected.sums().get(column)), text(found.sums().get(column))));
			}
			return new VerifiedTable(report.source(), report.target(), report.sourceRows(), report.loaded(),
					report.rejected(), report.before().rows(), expected.rows(), found.rows(), expected.digest(),
					found.digest(), report.verified(), columns, report.differences(), report.samples());
		}

		private static String text(BigDecimal sum) {
			return sum.toPlainString();
		}

	}

	/**
	 * The totals of a column.
	 *
	 * @param name the name
	 * @param valuesExpected the number of values that are not null, as it should be
	 * @param valuesFound the number as it is
	 * @param sumExpected the sum of its numbers, as it should be; 0 for other types
	 * @param sumFound the sum as it is
	 */
	public record VerifiedColumn(String name, long valuesExpected, long valuesFound, String sumExpected,
			String sumFound) {
	}

}
