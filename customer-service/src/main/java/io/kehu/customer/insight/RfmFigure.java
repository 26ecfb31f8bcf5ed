package io.kehu.customer.insight;

import java.time.LocalDate;
import java.util.List;

import io.kehu.customer.insight.model.RfmScore;
import io.kehu.customer.insight.model.RfmSegment;
import org.jspecify.annotations.Nullable;

/**
 * The RFM segment of a customer.
 *
 * @param segment the name, or null with too little data
 * @param score the scores that it follows from, or null with too little data
 * @param inputs what they were calculated from
 * @param dataDay the day of the data, or null before the first fit
 * @param tooLittleData why there is no segment, or null
 */
record RfmFigure(@Nullable RfmSegment segment, @Nullable RfmScore score, List<FigureInput> inputs,
		@Nullable LocalDate dataDay, @Nullable TooLittleData tooLittleData) {
}
