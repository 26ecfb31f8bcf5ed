package io.kehu.migration.match;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A decision on a pair. It applies to later linkages of sources with the same names too;
 * on a record without a key, only to those of the same data set.
 *
 * @param same whether both records denote the same entity
 * @param confirmed whether records may leave one known record for another
 */
record PairDecision(@NotNull Boolean same, @Nullable Boolean confirmed) {

	boolean isConfirmed() {
		return Boolean.TRUE.equals(this.confirmed);
	}

}
