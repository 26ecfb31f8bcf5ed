package io.kehu.customer.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.kehu.customer.insight.model.RfmSegment;
import org.jspecify.annotations.Nullable;

/**
 * How many customers are in each segment.
 *
 * @param fitId the fit that calculated the segments, or null before the first
 * @param dataDay the day of the data, or null before the first fit
 * @param segments all segments, or an empty list with too little data
 * @param tooLittleData why there are no segments, or null
 */
record SegmentCounts(@Nullable UUID fitId, @Nullable LocalDate dataDay, List<SegmentCount> segments,
		@Nullable TooLittleData tooLittleData) {

	/**
	 * The number of customers in a segment.
	 *
	 * @param customers the number of those that the caller may see
	 */
	record SegmentCount(RfmSegment segment, long customers) {
	}

}
