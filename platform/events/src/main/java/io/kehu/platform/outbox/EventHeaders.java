package io.kehu.platform.outbox;

import io.kehu.platform.trace.TraceParent;

/**
 * The names of the Kafka headers that an event carries: CloudEvents 1.0 in binary mode.
 */
public final class EventHeaders {

	/** The version of CloudEvents, always {@code 1.0}. */
	public static final String SPEC_VERSION = "ce_specversion";

	/** The event's own id, a UUIDv7. */
	public static final String ID = "ce_id";

	/** The service that the event comes from: {@code /kehu/<service>}. */
	public static final String SOURCE = "ce_source";

	/** The past-tense type of the event. */
	public static final String TYPE = "ce_type";

	/** The id of the aggregate, the same as the record's key. */
	public static final String SUBJECT = "ce_subject";

	/** When it happened, an ISO-8601 instant in UTC. */
	public static final String TIME = "ce_time";

	/** The JSON Schema of the data. */
	public static final String DATA_SCHEMA = "ce_dataschema";

	/** The version of the aggregate after the change: an extension attribute. */
	public static final String AGGREGATE_VERSION = "ce_aggregateversion";

	/** The media type of the data. */
	public static final String CONTENT_TYPE = "content-type";

	/** The W3C trace context of the change. */
	public static final String TRACE_PARENT = TraceParent.HEADER;

	private EventHeaders() {
	}

}
