package io.kehu.platform.cache.model;

/**
 * A rule of the protocol that is left out, so that the exploration has to find what the
 * rule is for.
 */
enum Flaw {

	/** The protocol as it is. */
	NONE,

	/** A write is answered without waiting for the other instance. */
	ACKNOWLEDGEMENT_NOT_AWAITED,

	/** Local records are used after the lease. */
	LEASE_IGNORED,

	/** A load that a write has overtaken is remembered. */
	OVERTAKEN_LOAD_REMEMBERED,

	/** A reader replaces a newer version in Redis. */
	OLDER_VERSION_PUT,

	/** A write that a new epoch has overtaken stores its record all the same. */
	LATE_RECORD_STORED,

	/** An instance that returns trusts what Redis held before. */
	EPOCH_KEPT,

	/** Writes do not wait for the leases from before Redis was lost. */
	OLD_LEASES_NOT_AWAITED

}
