package io.kehu.migration.report;

import java.util.UUID;

/**
 * What a profile job is to do.
 *
 * @param dataSetId the data set to look at
 */
record ProfileTask(UUID dataSetId) {
}
