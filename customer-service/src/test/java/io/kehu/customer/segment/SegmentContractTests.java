package io.kehu.customer.segment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SegmentContractTests {

	private static final Instant NOW = Instant.parse("2026-01-05T08:00:00.123456Z");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Test
	void isPublishedAsTheSchemaSays() {
		CustomerSegment segment = new CustomerSegment(
				new SegmentDetails("Regulars", null, SegmentKind.DYNAMIC, "status=active"), NOW);
		segment.delete(NOW);
		RecordEvents events = SegmentConfiguration.EVENTS;
		for (String action : events.actions()) {
			String type = events.type(action);
			EventContract.check(type, JSON.writeValueAsString(segment.view()));
			EventContract.checkSample(type);
			EventContract.checkDescription(events.topic(), type);
		}
	}

	@Test
	void publishesItsMembersAsTheSchemaSays() {
		for (String type : List.of(Membership.JOINED, Membership.LEFT)) {
			EventContract.check(type, JSON.writeValueAsString(
					Membership.of(UUID.randomUUID(), UUID.randomUUID(), type.equals(Membership.JOINED), NOW)));
			EventContract.checkSample(type);
			EventContract.checkDescription(Membership.TOPIC, type);
		}
	}

}
