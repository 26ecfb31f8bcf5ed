package io.kehu.customer.segment;

import java.util.Collection;
import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * Brings segments up to date for other features.
 */
@Component
public class DueSegments {

	private final SegmentService service;

	DueSegments(SegmentService service) {
		this.service = service;
	}

	/** Selects the members of those of the segments that are dynamic. */
	public void refresh(Collection<UUID> segments) {
		segments.stream().sorted().forEach(this.service::refreshDue);
	}

}
