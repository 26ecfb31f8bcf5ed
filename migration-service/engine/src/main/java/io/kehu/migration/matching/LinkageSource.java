package io.kehu.migration.matching;

import java.util.Iterator;

import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table to link.
 *
 * @param name its name, unique among the sources of one run
 * @param table its rows
 * @param keyColumn the column that names each row from run to run; null takes the row's
 * number, from 1 on
 * @param entityColumn the column that says which entity a row is known to belong to, for
 * linking new rows against a set that is linked already; null when nothing is known
 */
public record LinkageSource(String name, Table table, @Nullable String keyColumn, @Nullable String entityColumn) {

	/** Creates a source whose rows are numbered and whose entities are unknown. */
	public static LinkageSource of(String name, Table table) {
		return new LinkageSource(name, table, null, null);
	}

	/**
	 * Returns the records that come one by one from elsewhere, such as the live
	 * customers.
	 * @param name the source's name
	 * @param records the records, read to their end
	 * @return a source to link others against
	 */
	public static LinkageSource ofKnown(String name, Iterator<KnownRecord> records) {
		return KnownRecords.read(name, records);
	}

	/** Returns the same source, with its rows named by a column. */
	public LinkageSource keyedBy(String column) {
		return new LinkageSource(this.name, this.table, column, this.entityColumn);
	}

	/** Returns the same source, with its rows' entities known from a column. */
	public LinkageSource linkedBy(String column) {
		return new LinkageSource(this.name, this.table, this.keyColumn, column);
	}

}
