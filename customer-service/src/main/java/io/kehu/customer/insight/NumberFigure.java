package io.kehu.customer.insight;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A figure that is a number.
 *
 * @param value the number, or null with too little data
 * @param inputs what it was calculated from
 * @param dataDay the day of the data, or null before the first fit
 * @param tooLittleData why there is no number, or null
 */
record NumberFigure(@Nullable Double value, List<FigureInput> inputs, @Nullable LocalDate dataDay,
		@Nullable TooLittleData tooLittleData) {
}
