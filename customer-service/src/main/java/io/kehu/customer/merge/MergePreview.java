package io.kehu.customer.merge;

import java.util.List;
import java.util.UUID;

import io.kehu.customer.customer.CustomerDetails;
import org.jspecify.annotations.Nullable;

/**
 * What a merge would result in.
 *
 * @param survivor the survivor as it would be
 * @param differences the fields whose values differ, from which the survivor's are chosen
 * @param moves the records that would follow to the survivor
 */
record MergePreview(CustomerDetails survivor, List<Difference> differences, Moves moves) {

	/**
	 * The values of a field.
	 */
	record Difference(String field, List<Value> values) {
	}

	/**
	 * The value of a field in a customer, as the caller sees it.
	 */
	record Value(UUID customerId, @Nullable Object value) {
	}

	/**
	 * The numbers of records that would follow, including deleted ones.
	 *
	 * @param children the customers below those that would be merged
	 */
	record Moves(long contacts, long cases, long leads, long orders, long children) {
	}

}
