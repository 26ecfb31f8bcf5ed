package io.kehu.migration.match;

import jakarta.validation.constraints.NotNull;

/**
 * A decision on a pair. It applies to later linkages of sources with the same names too;
 * on a record without a key, only to those of the same data set.
 *
 * @param same whether both records denote the same entity
 */
record PairDecision(@NotNull Boolean same) {
}
