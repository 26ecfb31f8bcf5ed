package io.kehu.migration.run;

import java.util.Map;
import java.util.UUID;

/**
 * What a cleaning job is to do.
 *
 * @param dataSetId the data set to be cleaned
 * @param outputId the data set to be made
 * @param definitionId the definition
 * @param revision its revision
 * @param seed where samples start from
 * @param references where the sets of known keys are
 */
record CleaningTask(UUID dataSetId, UUID outputId, UUID definitionId, int revision, long seed,
		Map<String, NewRun.KeyReference> references) {
}
