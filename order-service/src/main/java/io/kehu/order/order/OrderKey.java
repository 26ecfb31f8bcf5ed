package io.kehu.order.order;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The primary key of an order. It contains the date because orders are partitioned by
 * date.
 */
record OrderKey(UUID id, LocalDate orderDate) {
}
