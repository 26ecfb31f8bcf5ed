/**
 * Quotes: what is offered to customers, and becomes an order when they accept it.
 */
@NullMarked
package io.kehu.order.quote;

import org.jspecify.annotations.NullMarked;
