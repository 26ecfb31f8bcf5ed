package io.kehu.migration.live;

import java.util.UUID;

/**
 * What a job that fetches the live customers is to do.
 *
 * @param dataSetId the data set to be made
 */
record LiveCustomersTask(UUID dataSetId) {
}
