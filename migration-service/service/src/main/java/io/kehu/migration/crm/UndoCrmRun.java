package io.kehu.migration.crm;

import jakarta.validation.constraints.NotNull;

/**
 * A request to undo a run.
 *
 * @param confirmation the system of the mapping, typed
 */
record UndoCrmRun(@NotNull String confirmation) {
}
