package io.kehu.customer.segment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.kehu.platform.outbox.OutgoingEvent;

/**
 * Whether a customer is a member of a segment, as subscribers see it.
 *
 * @param id identifies the pair of segment and customer
 * @param version increases with each change
 * @param at when the customer joined or left
 */
record Membership(UUID id, long version, UUID segmentId, UUID customerId, boolean member, Instant at) {

	static final String TOPIC = "kehu.segment-members";

	static final String JOINED = "io.kehu.segment-member.joined.v1";

	static final String LEFT = "io.kehu.segment-member.left.v1";

	static Membership of(UUID segment, UUID customer, boolean member, Instant now) {
		UUID id = UUID.nameUUIDFromBytes((segment + "/" + customer).getBytes(StandardCharsets.UTF_8));
		Instant at = now.truncatedTo(ChronoUnit.MICROS);
		return new Membership(id, ChronoUnit.MICROS.between(Instant.EPOCH, at), segment, customer, member, at);
	}

	OutgoingEvent toEvent() {
		return new OutgoingEvent(TOPIC, this.member ? JOINED : LEFT, this.id, this.version, this);
	}

}
