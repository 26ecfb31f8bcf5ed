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
 * Publishes batches, each in one Kafka transaction together with its entry in the ledger.
 * After any failure it is closed and a new one opened: that fences what is left of the
 * old one, settles its transaction either way, and the ledger tells which way.
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
	 * Fences every earlier publisher of the service and reads what it published last.
	 * @throws KafkaException when Kafka does not answer in time
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

	/** The events whose rows may be left over although they are published. */
	List<UUID> publishedBefore() {
		return this.publishedBefore;
	}

	/**
	 * Publishes all events or none.
	 * @throws RejectedEventException when Kafka refuses one of them
	 * @throws KafkaException when it is unknown whether they are published
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

	/** Why Kafka refuses the event itself, or null when it does not. */
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
