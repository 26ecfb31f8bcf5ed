package io.kehu.customer.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.kehu.customer.insight.SegmentCounts.SegmentCount;
import io.kehu.customer.insight.TooLittleData.Reason;
import io.kehu.customer.insight.model.RfmSegment;
import io.swagger.v3.oas.annotations.Operation;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the RFM segments.
 */
@RestController
@RequestMapping("/api/v1/insights/segments")
class InsightSegmentController {

	private final FitStore fits;

	private final SegmentStore segments;

	InsightSegmentController(FitStore fits, SegmentStore segments) {
		this.fits = fits;
		this.segments = segments;
	}

	@Operation(summary = "Count the customers in each RFM segment",
			description = "Counts the customers that the caller may see.")
	@GetMapping
	@PreAuthorize("hasAuthority('insight:read')")
	SegmentCounts list() {
		Fit fit = this.fits.current().orElse(null);
		if (fit == null) {
			return new SegmentCounts(null, null, List.of(), new TooLittleData(Reason.NO_FIT,
					"No segments have been calculated yet; this happens every night."));
		}
		SegmentCounts counted = counts(fit);
		// A fit that is completed meanwhile deletes what is being counted
		boolean current = this.fits.current().filter((last) -> last.id().equals(fit.id())).isPresent();
		return current ? counted : list();
	}

	private SegmentCounts counts(Fit fit) {
		TooLittleData missing = (fit.report() != null) ? fit.report().tooLittleData().get("rfm") : null;
		if (missing != null) {
			return new SegmentCounts(fit.id(), fit.dataDay(), List.of(), missing);
		}
		Map<RfmSegment, Long> counts = this.segments.count(fit.id());
		List<SegmentCount> segments = Arrays.stream(RfmSegment.values())
			.map((segment) -> new SegmentCount(segment, counts.getOrDefault(segment, 0L)))
			.toList();
		return new SegmentCounts(fit.id(), fit.dataDay(), segments, null);
	}

}
