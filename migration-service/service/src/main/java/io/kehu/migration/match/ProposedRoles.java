package io.kehu.migration.match;

import java.util.List;
import java.util.UUID;

import io.kehu.migration.matching.field.ColumnEvidence;
import io.kehu.migration.matching.field.ColumnRole;

/**
 * The roles that the columns of a linkage get.
 *
 * @param sources the sources with their columns
 */
record ProposedRoles(List<Source> sources) {

	/**
	 * A source.
	 *
	 * @param name its name
	 * @param dataSetId its data set
	 * @param rows the number of its rows
	 * @param examined the number of rows by which its columns were judged
	 * @param columns the columns
	 */
	record Source(String name, UUID dataSetId, long rows, long examined, List<Column> columns) {
	}

	/**
	 * A column.
	 *
	 * @param column its name
	 * @param role its role
	 * @param origin what the role was concluded from
	 * @param reason the same in words
	 */
	record Column(String column, ColumnRole role, ColumnEvidence.Origin origin, String reason) {
	}

}
