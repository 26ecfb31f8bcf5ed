package io.kehu.migration.report;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/**
 * Asks for a profile.
 *
 * @param dataSetId the data set to look at
 */
record NewProfile(@NotNull UUID dataSetId) {
}
