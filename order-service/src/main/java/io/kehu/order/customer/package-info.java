/**
 * The replica of customers, as far as orders need them.
 */
@NullMarked
package io.kehu.order.customer;

import org.jspecify.annotations.NullMarked;
