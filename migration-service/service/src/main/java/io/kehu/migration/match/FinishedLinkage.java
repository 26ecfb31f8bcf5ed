package io.kehu.migration.match;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A completed linkage.
 *
 * @param outputId the data set of merged rows
 * @param members the staged set of records by row of that data set
 * @param lineage the staged set of the origins of the values of merged rows
 * @param sources the sources that were linked
 * @param undecided the number of pairs to review without a decision
 * @param unapplied the number of those that are decided to be the same
 */
public record FinishedLinkage(UUID outputId, String members, String lineage, List<Source> sources, long undecided,
		long unapplied) {

	/**
	 * A source.
	 *
	 * @param name its name
	 * @param dataSetId its data set
	 * @param keyColumn the column with the key of each record, or null if they are
	 * numbered
	 */
	public record Source(String name, UUID dataSetId, @Nullable String keyColumn) {
	}

}
