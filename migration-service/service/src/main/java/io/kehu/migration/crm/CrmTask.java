package io.kehu.migration.crm;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The task of a run; its mapping is stored beside it.
 *
 * @param mappingId the mapping
 * @param connectionId the connection to the source
 * @param dryRun whether nothing is loaded
 * @param rejectBudget the number of rows that may be rejected
 * @param retryOf the run whose rejected rows alone are loaded, or null
 */
record CrmTask(UUID mappingId, UUID connectionId, boolean dryRun, long rejectBudget, @Nullable UUID retryOf) {
}
