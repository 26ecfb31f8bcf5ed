/**
 * The iCalendar feeds of users.
 */
@NullMarked
package io.kehu.customer.feed;

import org.jspecify.annotations.NullMarked;
