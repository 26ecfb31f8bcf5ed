/**
 * The customers that orders are for, as far as orders need to know them.
 */
@NullMarked
package io.kehu.order.customer;

import org.jspecify.annotations.NullMarked;
