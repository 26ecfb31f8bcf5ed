package io.kehu.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox, to be published to Kafka.
 */
record StoredEvent(long id, UUID eventId, Destination destination, long version, Instant time,
		@Nullable String traceParent, @Nullable Bytes data) {

	/** The columns that {@link #read} expects, in this order. */
	static final String COLUMNS = "id, ce_id, topic, type, key, version, time, traceparent, data";

	static StoredEvent read(ResultSet row) throws SQLException {
		return new StoredEvent(row.getLong(1), row.getObject(2, UUID.class),
				new Destination(row.getString(3), row.getString(4), row.getObject(5, UUID.class)), row.getLong(6),
				row.getObject(7, OffsetDateTime.class).toInstant(), row.getString(8), Bytes.wrap(row.getBytes(9)));
	}

	ProducerRecord<byte[], byte[]> toRecord(String service) {
		String key = this.destination.key().toString();
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(this.destination.topic(), bytes(key),
				(this.data != null) ? this.data.get() : null);
		Headers headers = record.headers();
		headers.add(EventHeaders.SPEC_VERSION, bytes("1.0"));
		headers.add(EventHeaders.ID, bytes(this.eventId.toString()));
		headers.add(EventHeaders.SOURCE, bytes("/kehu/" + service));
		headers.add(EventHeaders.TYPE, bytes(this.destination.type()));
		headers.add(EventHeaders.SUBJECT, bytes(key));
		headers.add(EventHeaders.TIME, bytes(this.time.toString()));
		headers.add(EventHeaders.AGGREGATE_VERSION, bytes(Long.toString(this.version)));
		if (this.data != null) {
			headers.add(EventHeaders.DATA_SCHEMA, bytes(schemaOf(this.destination.type())));
			headers.add(EventHeaders.CONTENT_TYPE, bytes("application/json"));
		}
		if (this.traceParent != null) {
			headers.add(EventHeaders.TRACE_PARENT, bytes(this.traceParent));
		}
		return record;
	}

	/** All events of an aggregate share a schema. */
	private static String schemaOf(String type) {
		return type.replaceFirst("^io\\.kehu\\.([a-z-]+)\\..+\\.(v\\d+)$", "urn:kehu:event:$1.$2");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * The topic, type and key of an event.
	 */
	record Destination(String topic, String type, UUID key) {

	}

}
