package io.kehu.customer.segment;

import java.util.UUID;

import io.kehu.platform.record.DueRecords;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Refreshes dynamic segments: those that were changed within seconds, and the others
 * every few minutes.
 */
@Component
class SegmentRefresh {

	private final SegmentService segments;

	private final DueRecords due;

	SegmentRefresh(SegmentService segments, DueRecords due) {
		this.segments = segments;
		this.due = due;
	}

	@Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
	void run() {
		this.due.process("segment:refresh", this.segments::due, this::refresh);
	}

	private boolean refresh(UUID segment) {
		return this.segments.refreshDue(segment);
	}

}
