package io.kehu.customer.segment;

import java.util.List;

import io.kehu.platform.record.BatchRequest;
import jakarta.validation.Valid;

/**
 * Customers to add to a static segment, and customers to remove from it.
 */
record MemberChange(@Valid BatchRequest add, @Valid BatchRequest remove) {

	MemberChange {
		add = (add != null) ? add : new BatchRequest(List.of(), List.of());
		remove = (remove != null) ? remove : new BatchRequest(List.of(), List.of());
	}

}
