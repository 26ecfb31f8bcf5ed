package io.kehu.migration.tables;

import jakarta.validation.constraints.NotNull;

/**
 * A request to undo a move.
 *
 * @param confirmation the name of the target database, typed
 */
record UndoMove(@NotNull String confirmation) {
}
