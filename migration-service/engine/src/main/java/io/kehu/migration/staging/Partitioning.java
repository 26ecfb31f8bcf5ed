package io.kehu.migration.staging;

import java.util.List;

import io.kehu.migration.intake.Row;

/**
 * Says which partition a row belongs to.
 */
@FunctionalInterface
public interface Partitioning {

	/**
	 * Place a row.
	 * @param row the row
	 * @param number how many rows came before it
	 * @return the partition's number, from 0
	 */
	int partition(Row row, long number);

	/** Whether a partition is whole as soon as a row belongs to a later one. */
	default boolean inOrder() {
		return false;
	}

	/**
	 * Rows in their order, as many to a partition.
	 * @param rows how many
	 */
	static Partitioning byRange(long rows) {
		return new Range(rows);
	}

	/**
	 * Rows with the same values together, whatever their line, and the same on every
	 * machine.
	 * @param columns the places of the columns that decide
	 * @param partitions how many partitions there are
	 */
	static Partitioning byHash(List<Integer> columns, int partitions) {
		return (row, number) -> {
			long hash = 0xCBF29CE484222325L;
			for (int column : columns) {
				String value = row.value(column);
				int length = (value != null) ? value.length() : 0;
				for (int i = 0; value != null && i < length; i++) {
					hash = (hash ^ value.charAt(i)) * 0x100000001B3L;
				}
				hash = (hash ^ 0x1F) * 0x100000001B3L;
			}
			hash ^= hash >>> 32;
			return (int) Math.floorMod((hash * 0x9E3779B97F4A7C15L) >>> 16, (long) partitions);
		};
	}

	/**
	 * Rows in their order, as many to a partition.
	 *
	 * @param rows how many
	 */
	record Range(long rows) implements Partitioning {

		@Override
		public int partition(Row row, long number) {
			return Math.toIntExact(number / this.rows);
		}

		@Override
		public boolean inOrder() {
			return true;
		}

	}

}
