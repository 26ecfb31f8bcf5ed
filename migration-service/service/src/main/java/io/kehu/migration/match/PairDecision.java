package io.kehu.migration.match;

import jakarta.validation.constraints.NotNull;

/**
 * A decision on a pair.
 *
 * @param same whether both records denote the same entity
 */
record PairDecision(@NotNull Boolean same) {
}
