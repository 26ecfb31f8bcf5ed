package io.kehu.customer.insight;

import java.time.LocalDate;
import java.util.List;

import io.kehu.customer.insight.model.ChurnFlag;
import org.jspecify.annotations.Nullable;

/**
 * The signs that a customer will not buy again.
 *
 * @param flags the signs with the figures that raise them, or null with too little data
 * @param dataDay the day of the data, or null before the first fit
 * @param tooLittleData why there are no signs, or null
 */
record ChurnFigure(@Nullable List<ChurnFlag> flags, @Nullable LocalDate dataDay,
		@Nullable TooLittleData tooLittleData) {
}
