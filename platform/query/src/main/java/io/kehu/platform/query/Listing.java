package io.kehu.platform.query;

import java.util.Collection;
import java.util.List;

/**
 * Implemented by controllers with operations that take a {@link ListRequest}, so that the
 * API description names the filters.
 */
public interface Listing {

	/**
	 * Returns the list that the requests refer to.
	 */
	RecordList<?> listed();

	/**
	 * Returns the references whose records a page can include.
	 */
	default Collection<String> includable() {
		return List.of();
	}

}
