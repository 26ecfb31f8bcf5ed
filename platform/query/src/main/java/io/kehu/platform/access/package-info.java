/**
 * Which records a caller may see and change: the one place that turns an access token
 * into the SQL condition of every query.
 */
@NullMarked
package io.kehu.platform.access;

import org.jspecify.annotations.NullMarked;
