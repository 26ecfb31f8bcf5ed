package io.kehu.migration.dataset;

import java.util.UUID;

/**
 * What an intake job is to do.
 *
 * @param dataSetId the data set to be made
 * @param uploadId the upload to be read
 * @param reading what the steward knows better than the detection
 */
record IntakeTask(UUID dataSetId, UUID uploadId, ReadingOptions reading) {
}
