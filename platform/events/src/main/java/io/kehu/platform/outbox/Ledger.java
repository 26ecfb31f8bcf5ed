package io.kehu.platform.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.config.TopicBuilder;

/**
 * The ids of the events that a service published last: a record in a dedicated topic,
 * written in the same Kafka transaction as the events. A new leader reads it to determine
 * which events its predecessor had published but not yet deleted.
 */
final class Ledger {

	private static final Duration READING_LIMIT = Duration.ofSeconds(20);

	private static final int ID_BYTES = 16;

	private static final int FIRST_WINDOW = 64;

	private final byte[] key;

	private final TopicPartition partition;

	Ledger(String service) {
		this.key = service.getBytes(StandardCharsets.UTF_8);
		this.partition = new TopicPartition("kehu.outbox." + service, 0);
	}

	NewTopic topic(int replicas) {
		return TopicBuilder.name(this.partition.topic())
			.partitions(1)
			.replicas(replicas)
			.compact()
			.config(TopicConfig.SEGMENT_BYTES_CONFIG, "16777216")
			.build();
	}

	ProducerRecord<byte[], byte[]> entry(Collection<StoredEvent> published) {
		ByteBuffer ids = ByteBuffer.allocate(published.size() * ID_BYTES);
		for (StoredEvent event : published) {
			ids.putLong(event.eventId().getMostSignificantBits()).putLong(event.eventId().getLeastSignificantBits());
		}
		return new ProducerRecord<>(this.partition.topic(), this.partition.partition(), this.key, ids.array());
	}

	/**
	 * Reads the last committed entry.
	 * @param consumer a {@code read_committed} consumer that is used for nothing else
	 * @return the ids of the events published last, or an empty list if no events have
	 * been published
	 */
	List<UUID> last(Consumer<byte[], byte[]> consumer) {
		List<TopicPartition> partitions = List.of(this.partition);
		consumer.assign(partitions);
		long begin = consumer.beginningOffsets(partitions).getOrDefault(this.partition, 0L);
		long end = consumer.endOffsets(partitions).getOrDefault(this.partition, 0L);
		long from = end;
		for (long window = FIRST_WINDOW; from > begin; window *= 8) {
			from = Math.max(begin, end - window);
			byte[] entry = lastBetween(consumer, from, end);
			if (entry != null) {
				return decode(entry);
			}
		}
		return List.of();
	}

	/**
	 * Returns the last entry in a range of offsets, or null if there is none: markers and
	 * aborted entries occupy offsets, too.
	 */
	private byte @Nullable [] lastBetween(Consumer<byte[], byte[]> consumer, long from, long end) {
		Instant limit = Instant.now().plus(READING_LIMIT);
		byte[] last = null;
		consumer.seek(this.partition, from);
		while (consumer.position(this.partition) < end) {
			if (Instant.now().isAfter(limit)) {
				throw new TimeoutException("Cannot read the ledger " + this.partition);
			}
			for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(Duration.ofMillis(100))) {
				last = entry.value();
			}
		}
		return last;
	}

	private static List<UUID> decode(byte[] entry) {
		ByteBuffer ids = ByteBuffer.wrap(entry);
		List<UUID> events = new ArrayList<>(entry.length / ID_BYTES);
		while (ids.hasRemaining()) {
			events.add(new UUID(ids.getLong(), ids.getLong()));
		}
		return events;
	}

}
