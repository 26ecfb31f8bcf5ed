package io.kehu.platform.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;

/**
 * Stores the events that a consumer could not handle, and delivers them again on request.
 */
final class DeadLetters {

	private static final Logger logger = LoggerFactory.getLogger(DeadLetters.class);

	private static final Duration READING_LIMIT = Duration.ofSeconds(20);

	private final ReentrantLock redriving = new ReentrantLock();

	private final List<Subscription> subscriptions;

	private final InboxKafka kafka;

	DeadLetters(List<Subscription> subscriptions, InboxKafka kafka) {
		this.subscriptions = subscriptions;
		this.kafka = kafka;
	}

	/** Stores a record as a dead letter, with the failure in its headers. */
	void put(Subscription subscription, ConsumerRecord<?, ?> record, Exception failure) {
		logger.error("Consumer {} gives up on {}-{}@{}; it is a dead letter now", subscription.group(), record.topic(),
				record.partition(), record.offset(), NestedExceptionUtils.getMostSpecificCause(failure));
		put(subscription, subscription.deadLetterTopic(record.topic()), record, failure);
	}

	private void put(Subscription subscription, String topic, ConsumerRecord<?, ?> record, Exception failure) {
		this.kafka.createDeadLetterTopic(topic);
		DeadLetterPublishingRecoverer recoverer = new DeadLetterPublishingRecoverer(this.kafka.template(),
				(ignored, reason) -> new TopicPartition(topic, 0));
		recoverer.setSkipSameTopicFatalExceptions(false);
		recoverer.accept(record, failure);
		subscription.putAside();
	}

	/**
	 * Returns the number of dead letters of each of this service's consumers, by topic.
	 */
	List<Waiting> waiting() {
		List<Waiting> waiting = new ArrayList<>();
		try (Consumer<byte[], byte[]> reader = this.kafka.createReader()) {
			for (Subscription subscription : this.subscriptions) {
				for (String topic : this.kafka.topics(subscription)) {
					Range range = range(reader, subscription.deadLetterTopic(topic));
					waiting.add(new Waiting(subscription.group(), topic, range.end() - range.begin()));
				}
			}
		}
		return waiting;
	}

	/**
	 * Delivers every dead letter to its consumer again. Events that a newer version has
	 * superseded are dropped; those that fail again are appended to the dead-letter
	 * topic.
	 */
	Redriven redrive() {
		this.redriving.lock();
		try (Consumer<byte[], byte[]> reader = this.kafka.createReader()) {
			Redriven sum = new Redriven(0, 0);
			for (Subscription subscription : this.subscriptions) {
				for (String topic : this.kafka.topics(subscription)) {
					sum = sum.plus(redrive(reader, subscription, topic));
				}
			}
			return sum;
		}
		finally {
			this.redriving.unlock();
		}
	}

	private Redriven redrive(Consumer<byte[], byte[]> reader, Subscription subscription, String topic) {
		Range range = range(reader, subscription.deadLetterTopic(topic));
		Redriven sum = new Redriven(0, 0);
		Instant limit = Instant.now().plus(READING_LIMIT);
		while (range.begin() < range.end() && reader.position(range.partition()) < range.end()) {
			for (ConsumerRecord<byte[], byte[]> record : reader.poll(Duration.ofMillis(200))) {
				if (record.offset() < range.end()) {
					sum = sum.plus(redrive(subscription, topic, record));
					limit = Instant.now().plus(READING_LIMIT);
				}
			}
			if (Instant.now().isAfter(limit)) {
				throw new TimeoutException("Cannot read " + range.partition());
			}
		}
		if (range.begin() < range.end()) {
			this.kafka.deleteBefore(range.partition(), range.end());
		}
		return sum;
	}

	private Redriven redrive(Subscription subscription, String topic, ConsumerRecord<byte[], byte[]> record) {
		try {
			subscription.handleAgain(topic, record);
			return new Redriven(1, 0);
		}
		catch (RuntimeException ex) {
			logger.warn("Consumer {} fails again on dead letter {}@{}", subscription.group(), record.topic(),
					record.offset(), NestedExceptionUtils.getMostSpecificCause(ex));
			put(subscription, record.topic(), record, ex);
			return new Redriven(0, 1);
		}
	}

	/**
	 * Assigns the reader to a dead-letter topic, positioned at its beginning, and returns
	 * the offsets to read.
	 */
	private Range range(Consumer<byte[], byte[]> reader, String topic) {
		TopicPartition partition = new TopicPartition(topic, 0);
		if (!this.kafka.exists(topic)) {
			return new Range(partition, 0, 0);
		}
		List<TopicPartition> partitions = List.of(partition);
		reader.assign(partitions);
		reader.seekToBeginning(partitions);
		return new Range(partition, reader.beginningOffsets(partitions).getOrDefault(partition, 0L),
				reader.endOffsets(partitions).getOrDefault(partition, 0L));
	}

	/**
	 * The number of dead letters of one consumer from one topic.
	 */
	record Waiting(String consumer, String topic, long deadLetters) {

	}

	/**
	 * The number of dead letters that were handled and that failed again.
	 */
	record Redriven(int redriven, int failed) {

		Redriven plus(Redriven other) {
			return new Redriven(this.redriven + other.redriven, this.failed + other.failed);
		}

	}

	/**
	 * The range of offsets to read, excluding the end.
	 */
	private record Range(TopicPartition partition, long begin, long end) {

	}

}
