package io.kehu.platform.cache;

import io.kehu.platform.cache.CacheMessage.ChangedRecord;
import io.kehu.platform.cache.SharedEntry.Kind;

/**
 * A write that the caches have been told of.
 *
 * @param payload the record's form in Redis
 */
record CacheWrite(ChangedRecord written, Kind kind, String payload) {

	/** Returns the change that only outdates what is older. */
	static CacheWrite unknown(ChangedRecord written) {
		return new CacheWrite(written, Kind.UNKNOWN, SharedEntry.unknown(written.version()).payload(""));
	}

	/** Returns the later one of two writes of the same record. */
	CacheWrite or(CacheWrite other) {
		return (other.written.version() >= this.written.version()) ? other : this;
	}

}
