package io.kehu.migration.report;

import java.util.UUID;

/**
 * The task of a profile job.
 *
 * @param dataSetId the data set to profile
 */
record ProfileTask(UUID dataSetId) {
}
