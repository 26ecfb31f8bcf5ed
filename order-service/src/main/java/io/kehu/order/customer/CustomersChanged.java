package io.kehu.order.customer;

import java.util.List;
import java.util.UUID;

/**
 * Published in the transaction in which the replica of customers has changed.
 *
 * @param ids the ids of the customers
 */
public record CustomersChanged(List<UUID> ids) {
}
