package io.kehu.platform.cache;

import io.kehu.platform.cache.CacheMessage.ChangedRecord;
import io.kehu.platform.cache.SharedEntry.Kind;

/**
 * A committed write, as the caches learn of it.
 *
 * @param payload the record's form in Redis
 * @param epoch the epoch that was seen last before the commit: should another one have
 * begun since, the record is not stored, because a later write may be missing there
 */
record CacheWrite(ChangedRecord written, Kind kind, String payload, String epoch) {

	/** Returns a write that only outdates what is older. */
	static CacheWrite unknown(ChangedRecord written) {
		return new CacheWrite(written, Kind.UNKNOWN, SharedEntry.unknown(written.version()).payload(""), "");
	}

	/** Returns the later one of two writes of the same record. */
	CacheWrite or(CacheWrite other) {
		return (other.written.version() >= this.written.version()) ? other : this;
	}

}
