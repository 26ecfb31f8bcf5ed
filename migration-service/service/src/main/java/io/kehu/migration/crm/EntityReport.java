package io.kehu.migration.crm;

import java.math.BigDecimal;
import java.util.List;

/**
 * What was found out about an entity.
 *
 * @param entity its name in the mapping
 * @param resource what its rows became
 * @param table its table
 * @param sourceRows the number of rows in the source
 * @param created the number of new records
 * @param merged the number of rows that became a part of records that existed
 * @param rejected the number of rejected rows
 * @param omitted the number of values that records do without
 * @param lines the lines of orders, all 0 for other records
 * @param recordsFound the number of records that were compared
 * @param digestExpected the digest that the values should have
 * @param digestFound the digest that they have
 * @param fields the fields with their totals
 * @param differences values that differ, at most 100
 * @param samples records side by side
 * @param verified whether everything is as it should be
 */
public record EntityReport(String entity, String resource, String table, long sourceRows, long created, long merged,
		long rejected, long omitted, LineCounts lines, long recordsFound, String digestExpected, String digestFound,
		List<ComparedField> fields, List<FieldDifference> differences, List<RecordSample> samples, boolean verified) {

	/** Returns whether each row has exactly one outcome. */
	public boolean balanced() {
		return this.sourceRows == this.created + this.merged + this.rejected
				&& this.lines.source() == this.lines.loaded() + this.lines.rejected() + this.lines.orphaned();
	}

	/**
	 * Lines of orders.
	 *
	 * @param source the number of their rows in the source
	 * @param loaded the number of those that were loaded
	 * @param rejected the number of those of rejected orders
	 * @param orphaned the number of those without an order
	 */
	public record LineCounts(long source, long loaded, long rejected, long orphaned) {
	}

	/**
	 * The totals of a field.
	 *
	 * @param name its place in the record
	 * @param expected the number of values that records should have
	 * @param found the number of equal values that they have
	 * @param sumExpected the sum of its numbers, as it should be; 0 for other values
	 * @param sumFound the sum as it is
	 */
	public record ComparedField(String name, long expected, long found, BigDecimal sumExpected, BigDecimal sumFound) {
	}

	/**
	 * A value that differs.
	 *
	 * @param key the key of the row
	 * @param field its place in the record
	 * @param expected the value that it should be
	 * @param found the value that it is
	 */
	public record FieldDifference(String key, String field, String expected, String found) {
	}

	/**
	 * A row beside its record.
	 *
	 * @param key the key of the row
	 * @param source the record that it should have become
	 * @param record the record as it is
	 */
	public record RecordSample(String key, String source, String record) {
	}

}
