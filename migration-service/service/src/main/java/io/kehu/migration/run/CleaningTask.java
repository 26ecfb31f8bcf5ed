package io.kehu.migration.run;

import java.util.Map;
import java.util.UUID;

/**
 * The task of a cleaning job.
 *
 * @param dataSetId the data set to clean
 * @param outputId the data set to create
 * @param definitionId the definition
 * @param revision its revision
 * @param seed the seed of samples
 * @param references the columns with known keys, by name
 */
record CleaningTask(UUID dataSetId, UUID outputId, UUID definitionId, int revision, long seed,
		Map<String, NewRun.KeyReference> references) {
}
