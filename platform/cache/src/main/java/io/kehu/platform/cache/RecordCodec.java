package io.kehu.platform.cache;

import io.kehu.platform.cache.RedisSession.Stored;
import io.kehu.platform.cache.SharedEntry.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the records of one type into entries for Redis and back.
 */
final class RecordCodec<V> {

	private static final Logger logger = LoggerFactory.getLogger(RecordCodec.class);

	private final JsonMapper mapper;

	private final Class<V> type;

	private final String shape;

	private final EntrySeal<V> seal;

	RecordCodec(JsonMapper mapper, Class<V> type, EntrySeal<V> seal) {
		this.mapper = mapper;
		this.type = type;
		this.shape = seal.key() + TypeFingerprint.of(type);
		this.seal = seal;
	}

	/** Returns the entry for a record, or for its absence. */
	SharedEntry write(long version, @Nullable V value) {
		if (value == null) {
			return SharedEntry.gone(version);
		}
		try {
			return new SharedEntry(version, Kind.KNOWN,
					this.mapper.writeValueAsString(this.seal.sealed().apply(value)));
		}
		catch (JacksonException ex) {
			logger.warn("{} cannot be cached", this.type, ex);
			return SharedEntry.unknown(version);
		}
	}

	String payload(SharedEntry entry) {
		return entry.payload(this.shape);
	}

	/** Returns the entry that answers a read, or null. */
	@Nullable SharedEntry entry(Stored stored) {
		if (stored.epoch() == null || stored.entry() == null) {
			return null;
		}
		SharedEntry entry = SharedEntry.parse(stored.entry(), stored.epoch(), this.shape);
		return (entry == null || entry.kind() == Kind.UNKNOWN) ? null : entry;
	}

	/**
	 * Returns the record of an entry.
	 * @throws JacksonException when it cannot be read
	 * @throws IllegalStateException when it cannot be opened
	 */
	@Nullable V read(SharedEntry entry) {
		return (entry.kind() == Kind.KNOWN) ? this.seal.opened().apply(this.mapper.readValue(entry.json(), this.type))
				: null;
	}

}
