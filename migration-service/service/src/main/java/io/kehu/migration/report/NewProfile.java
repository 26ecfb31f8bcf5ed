package io.kehu.migration.report;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/**
 * A request to profile a data set.
 *
 * @param dataSetId the data set to profile
 */
record NewProfile(@NotNull UUID dataSetId) {
}
