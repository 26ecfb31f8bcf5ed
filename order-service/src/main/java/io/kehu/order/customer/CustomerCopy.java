package io.kehu.order.customer;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.record.RecordView;

/**
 * A customer as lists of orders include it: the fields that order-service has a copy of.
 */
record CustomerCopy(UUID id, long version, String name, String status, List<ExternalCustomerId> externalIds,
		List<String> tags) implements RecordView {
}
