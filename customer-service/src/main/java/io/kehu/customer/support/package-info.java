/**
 * The cases of customers, and the agreements and calendars by which their clocks count.
 */
@NullMarked
package io.kehu.customer.support;

import org.jspecify.annotations.NullMarked;
