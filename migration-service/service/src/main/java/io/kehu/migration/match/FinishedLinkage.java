package io.kehu.migration.match;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A linkage that has completed, as those see it who go on with what it found.
 *
 * @param outputId the data set of merged rows
 * @param members the staged set of records by row of that data set
 * @param sources what was linked
 */
public record FinishedLinkage(UUID outputId, String members, List<Source> sources) {

	/**
	 * A source.
	 *
	 * @param name its name
	 * @param dataSetId its data set
	 * @param keyColumn the column that names each record, or null when they are numbered
	 */
	public record Source(String name, UUID dataSetId, @Nullable String keyColumn) {
	}

}
