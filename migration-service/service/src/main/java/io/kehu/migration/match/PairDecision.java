package io.kehu.migration.match;

import jakarta.validation.constraints.NotNull;

/**
 * Decides about a pair.
 *
 * @param same whether both records mean the same
 */
record PairDecision(@NotNull Boolean same) {
}
