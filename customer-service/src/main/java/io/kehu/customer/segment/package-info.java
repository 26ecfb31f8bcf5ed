/**
 * Segments of customers: stored filters and hand-picked lists, and who belongs to them.
 */
@NullMarked
package io.kehu.customer.segment;

import org.jspecify.annotations.NullMarked;
