package io.kehu.platform.query;

/**
 * Implemented by controllers with operations that take a {@link ListRequest}, so that the
 * API description names the filters.
 */
public interface Listing {

	/**
	 * Returns the list that the requests refer to.
	 */
	RecordList<?> listed();

}
