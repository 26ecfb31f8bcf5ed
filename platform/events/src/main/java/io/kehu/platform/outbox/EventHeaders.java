package io.kehu.platform.outbox;

import io.kehu.platform.trace.TraceParent;

/**
 * The names of the Kafka headers of an event: CloudEvents 1.0 in binary mode.
 */
public final class EventHeaders {

	/** The version of CloudEvents, always {@code 1.0}. */
	public static final String SPEC_VERSION = "ce_specversion";

	/** The id of the event, a UUIDv7. */
	public static final String ID = "ce_id";

	/** The service that published the event: {@code /kehu/<service>}. */
	public static final String SOURCE = "ce_source";

	/** The type of the event, in the past tense. */
	public static final String TYPE = "ce_type";

	/** The id of the aggregate, the same as the record's key. */
	public static final String SUBJECT = "ce_subject";

	/** The time of the change, an ISO-8601 instant in UTC. */
	public static final String TIME = "ce_time";

	/** The JSON Schema of the data. */
	public static final String DATA_SCHEMA = "ce_dataschema";

	/** The version of the aggregate after the change: an extension attribute. */
	public static final String AGGREGATE_VERSION = "ce_aggregateversion";

	/** The media type of the data. */
	public static final String CONTENT_TYPE = "content-type";

	/** The W3C trace context in which the change was made. */
	public static final String TRACE_PARENT = TraceParent.HEADER;

	private EventHeaders() {
	}

}
