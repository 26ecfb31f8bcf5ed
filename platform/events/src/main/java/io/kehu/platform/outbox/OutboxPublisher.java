package io.kehu.platform.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes batches, each in one Kafka transaction together with its ledger entry. After
 * any failure, the publisher is closed and a new one is opened: this fences the old one
 * and ends its transaction, and the ledger shows whether it was committed.
 */
final class OutboxPublisher implements AutoCloseable {

	private final String service;

	private final Producer<byte[], byte[]> producer;

	private final Ledger ledger;

	private final List<UUID> publishedBefore;

	private OutboxPublisher(String service, Producer<byte[], byte[]> producer, Ledger ledger,
			List<UUID> publishedBefore) {
		this.service = service;
		this.producer = producer;
		this.ledger = ledger;
		this.publishedBefore = publishedBefore;
	}

	/**
	 * Fences all earlier publishers of the service and reads which events were published
	 * last.
	 * @throws KafkaException if Kafka does not respond in time
	 */
	static OutboxPublisher open(OutboxKafka kafka) {
		kafka.createTopics();
		Producer<byte[], byte[]> producer = kafka.createProducer();
		try {
			producer.initTransactions();
			try (Consumer<byte[], byte[]> consumer = kafka.createConsumer()) {
				return new OutboxPublisher(kafka.service(), producer, kafka.ledger(), kafka.ledger().last(consumer));
			}
		}
		catch (RuntimeException ex) {
			producer.close(Duration.ZERO);
			throw ex;
		}
	}

	/** Returns the ids of published events whose rows may not have been deleted. */
	List<UUID> publishedBefore() {
		return this.publishedBefore;
	}

	/**
	 * Publishes either all events or none.
	 * @throws RejectedEventException if Kafka rejects one of them
	 * @throws KafkaException if it is unknown whether they have been published
	 */
	void publish(List<StoredEvent> events) {
		List<Future<RecordMetadata>> sent = new ArrayList<>(events.size() + 1);
		try {
			this.producer.beginTransaction();
			for (StoredEvent event : events) {
				sent.add(this.producer.send(event.toRecord(this.service)));
			}
			sent.add(this.producer.send(this.ledger.entry(events)));
			this.producer.commitTransaction();
		}
		catch (KafkaException ex) {
			for (int i = 0; i < Math.min(sent.size(), events.size()); i++) {
				Throwable reason = reason(sent.get(i));
				if (reason != null) {
					ex.addSuppressed(reason);
					throw new RejectedEventException(events.get(i), reason);
				}
			}
			throw ex;
		}
	}

	/**
	 * Returns the reason for which Kafka rejects the event itself, or null if it does
	 * not.
	 */
	private static @Nullable Throwable reason(Future<RecordMetadata> sent) {
		if (!sent.isDone()) {
			return null;
		}
		try {
			sent.get();
			return null;
		}
		catch (ExecutionException ex) {
			Throwable cause = ex.getCause();
			return (cause instanceof RecordTooLargeException || cause instanceof RecordBatchTooLargeException
					|| cause instanceof InvalidRecordException || cause instanceof InvalidTopicException
					|| cause instanceof TopicAuthorizationException) ? cause : null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
	}

	@Override
	public void close() {
		this.producer.close(Duration.ZERO);
	}

}
