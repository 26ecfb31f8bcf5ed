package io.kehu.platform.record;

import java.util.Collection;

/**
 * An entity with external ids. They are stored in a field named {@code externalIds},
 * whose {@code @CollectionTable} names the table and the column of the record's id.
 */
public interface Keyed {

	/** Returns the current details, which are {@link KeyedDetails}. */
	Object details();

	/**
	 * Returns the record's ids in other systems, which must not be modified. An entity
	 * whose details are costly to create overrides this method.
	 */
	default Collection<ExternalId> externalIds() {
		return ((KeyedDetails<?>) details()).externalIds();
	}

}
