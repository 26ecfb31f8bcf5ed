package io.kehu.migration.dataset;

import java.util.UUID;

/**
 * The task of an intake job.
 *
 * @param dataSetId the data set to create
 * @param uploadId the upload to read
 * @param reading the steward's corrections of the detection
 */
record IntakeTask(UUID dataSetId, UUID uploadId, ReadingOptions reading) {
}
