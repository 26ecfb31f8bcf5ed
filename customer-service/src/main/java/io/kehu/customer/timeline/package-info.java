/**
 * The timelines of customers.
 */
@NullMarked
package io.kehu.customer.timeline;

import org.jspecify.annotations.NullMarked;
