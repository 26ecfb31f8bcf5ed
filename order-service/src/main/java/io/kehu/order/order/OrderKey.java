package io.kehu.order.order;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The primary key of an order, which has to contain the date by which orders are
 * partitioned.
 */
record OrderKey(UUID id, LocalDate orderDate) {
}
