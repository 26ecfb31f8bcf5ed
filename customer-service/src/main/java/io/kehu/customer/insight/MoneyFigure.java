package io.kehu.customer.insight;

import java.time.LocalDate;
import java.util.List;

import io.kehu.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is an amount of money.
 *
 * @param value the amount, or null with too little data
 * @param inputs what it was calculated from
 * @param dataDay the day of the data, or null before the first fit
 * @param tooLittleData why there is no amount, or null
 */
record MoneyFigure(@Nullable Money value, List<FigureInput> inputs, @Nullable LocalDate dataDay,
		@Nullable TooLittleData tooLittleData) {
}
