package io.kehu.platform.record;

import java.util.List;

/**
 * The client-writable fields of a record that may have external ids.
 *
 * @param <D> the type of the details
 */
public interface KeyedDetails<D> {

	/** The member with the external ids. */
	String MEMBER = "externalIds";

	/** Returns the record's ids in other systems. */
	List<ExternalId> externalIds();

	/** Returns a copy with these external ids. */
	@SuppressWarnings("unchecked")
	default D with(List<ExternalId> externalIds) {
		return (D) RecordCopies.with(this, MEMBER, externalIds);
	}

	/**
	 * Returns a copy that also has the external ids already stored for the record.
	 */
	default D keeping(Iterable<ExternalId> present) {
		return with(ExternalId.union(externalIds(), present));
	}

}
