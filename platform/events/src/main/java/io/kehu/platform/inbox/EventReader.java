package io.kehu.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

import io.kehu.platform.outbox.EventHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Converts Kafka records to events. Data is read leniently, regardless of how strictly
 * the service validates the requests of its API: producers add fields, and consumers
 * declare only those that they need.
 */
final class EventReader {

	private final JsonMapper json;

	EventReader(JsonMapper json) {
		this.json = json.rebuild()
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
					DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
					DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
					DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
			.build();
	}

	/**
	 * Converts a record to an event.
	 * @param topic the topic that the event was published to, which differs from the
	 * topic of the record if that is a dead letter
	 * @param record the record
	 * @throws MalformedEventException if the record is not an event
	 */
	IncomingEvent read(String topic, ConsumerRecord<byte[], byte[]> record) {
		try {
			return new IncomingEvent(new IncomingEvent.Metadata(UUID.fromString(header(record, EventHeaders.ID)), topic,
					header(record, EventHeaders.TYPE), UUID.fromString(header(record, EventHeaders.SUBJECT)),
					Long.parseLong(header(record, EventHeaders.AGGREGATE_VERSION)),
					Instant.parse(header(record, EventHeaders.TIME))), record.value(), this.json);
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			throw new MalformedEventException("Record %s-%d@%d is not an event: %s".formatted(record.topic(),
					record.partition(), record.offset(), ex.getMessage()), ex);
		}
	}

	private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
		Header header = record.headers().lastHeader(name);
		if (header == null) {
			throw new IllegalArgumentException("header " + name + " is missing");
		}
		return new String(header.value(), StandardCharsets.UTF_8);
	}

}
