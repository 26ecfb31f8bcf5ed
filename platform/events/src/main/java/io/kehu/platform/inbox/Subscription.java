package io.kehu.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import io.kehu.platform.outbox.EventHeaders;
import io.kehu.platform.tracing.CurrentTrace;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Delivers events to one consumer: a whole batch in one transaction if possible. If the
 * consumer fails, the batch is split repeatedly until the failing event is isolated.
 */
final class Subscription implements BatchMessageListener<byte[], byte[]> {

	private final EventConsumer consumer;

	private final EventReader reader;

	private final Inbox inbox;

	private final TransactionOperations transactions;

	private final CurrentTrace trace;

	private final InboxMetrics.OfConsumer metrics;

	Subscription(EventConsumer consumer, EventReader reader, Inbox inbox, TransactionOperations transactions,
			CurrentTrace trace, InboxMetrics.OfConsumer metrics) {
		this.consumer = consumer;
		this.reader = reader;
		this.inbox = inbox;
		this.transactions = transactions;
		this.trace = trace;
		this.metrics = metrics;
	}

	/** Returns the name that identifies the consumer in Kafka and in the inbox. */
	String group() {
		return this.metrics.consumer();
	}

	Set<String> topics() {
		return this.consumer.topics();
	}

	@Nullable Pattern topicPattern() {
		return this.consumer.topicPattern();
	}

	String deadLetterTopic(String topic) {
		return topic + "." + group() + ".dlt";
	}

	@Override
	public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
		settle(records, 0, records.size());
	}

	/**
	 * Handles part of a batch. If it throws an exception, the events before the failing
	 * one have been committed.
	 */
	private void settle(List<ConsumerRecord<byte[], byte[]>> records, int from, int to) {
		try {
			List<ConsumerRecord<byte[], byte[]>> part = records.subList(from, to);
			within(part,
					() -> handle(part.stream().map((record) -> this.reader.read(record.topic(), record)).toList()));
		}
		catch (RuntimeException ex) {
			this.metrics.failed();
			if (to - from == 1 || databaseIsAway(ex)) {
				throw new BatchListenerFailedException("Consumer %s failed".formatted(group()), ex, from);
			}
			int middle = (from + to) >>> 1;
			settle(records, from, middle);
			settle(records, middle, to);
		}
	}

	/** Handles a dead letter of a topic again. */
	void handleAgain(String topic, ConsumerRecord<byte[], byte[]> deadLetter) {
		within(List.of(deadLetter), () -> handle(List.of(this.reader.read(topic, deadLetter))));
	}

	/** Performs work in the trace from which the records originate. */
	void within(List<? extends ConsumerRecord<?, ?>> records, Runnable work) {
		this.trace.follow(records.stream().map(Subscription::origin).toList(), group(), work);
	}

	private static @Nullable String origin(ConsumerRecord<?, ?> record) {
		Header header = record.headers().lastHeader(EventHeaders.TRACE_PARENT);
		return (header != null) ? new String(header.value(), StandardCharsets.US_ASCII) : null;
	}

	private void handle(List<IncomingEvent> events) {
		long started = System.nanoTime();
		List<IncomingEvent> handled = Objects.requireNonNull(this.transactions.execute((status) -> {
			List<IncomingEvent> fresh = this.inbox.claimAll(group(), events);
			if (!fresh.isEmpty()) {
				this.consumer.accept(fresh);
			}
			return fresh;
		}));
		this.metrics.handled(handled, events.size(), Duration.ofNanos(System.nanoTime() - started));
	}

	/** Records that an event has been put aside. */
	void putAside() {
		this.metrics.deadLetter();
	}

	/**
	 * Returns whether a failure is caused by the database being unavailable, rather than
	 * by an event.
	 */
	static boolean databaseIsAway(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof CannotCreateTransactionException || cause instanceof TransactionSystemException
					|| cause instanceof DataAccessResourceFailureException
					|| cause instanceof TransientDataAccessException
					|| cause instanceof SQLTransientConnectionException) {
				return true;
			}
		}
		return false;
	}

}
