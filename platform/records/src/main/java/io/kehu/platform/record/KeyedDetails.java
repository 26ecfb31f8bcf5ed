package io.kehu.platform.record;

import java.util.List;

/**
 * What clients may say of a record that other systems know too.
 *
 * @param <D> the details themselves
 */
public interface KeyedDetails<D> {

	/** Returns what other systems call the record. */
	List<ExternalId> externalIds();

	/** Returns the same with these external ids. */
	D with(List<ExternalId> externalIds);

	/**
	 * Returns the same with the external ids that the record has already.
	 */
	default D keeping(Iterable<ExternalId> present) {
		return with(ExternalId.union(externalIds(), present));
	}

}
