/**
 * Numbers and amounts of money, and how they are rounded.
 */
@NullMarked
package io.kehu.order.amount;

import org.jspecify.annotations.NullMarked;
